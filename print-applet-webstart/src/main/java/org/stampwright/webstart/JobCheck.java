package org.stampwright.webstart;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.Verdict;
import org.stampwright.paper.PrintJob;

/**
 * Decides whether a job may go to the printer. A job is printed whole or not at all. It must belong to this run and
 * this sheet. Every stamp in it must be genuine by the authority's root, made for this sheet and for the label it will
 * be printed on, and occur once.
 */
final class JobCheck {
    /** Fewer characters would match another sheet too easily. */
    static final int LEAST_TYPED = 5;

    private final X509Certificate root;
    private final Clock clock;

    JobCheck(X509Certificate root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** The result of the check. */
    sealed interface Checked {
        /** All stamps are genuine and belong to this sheet; in the order of the job. */
        record Approved(PrintJob job, List<SignedIndicium> stamps) implements Checked {}

        /** No stamp of the job may be printed. */
        record Rejected(String reason) implements Checked {}
    }

    /**
     * @param typed the serial number as typed or scanned
     * @param run the run that was sent
     */
    Checked check(PrintJob job, String typed, UUID run) {
        Optional<String> objection = objection(job, typed, run);
        if (objection.isPresent()) {
            return new Checked.Rejected(objection.get());
        }
        IndiciumVerifier verifier;
        try {
            verifier = new IndiciumVerifier(root, SignedTrustBundle.decode(job.bundle()), clock);
        } catch (IllegalArgumentException e) {
            return new Checked.Rejected("The authority's list of certificates cannot be read: " + e.getMessage() + ".");
        }
        return checkPieces(job, verifier);
    }

    private static Optional<String> objection(PrintJob job, String typed, UUID run) {
        if (!job.run().equals(run)) {
            return Optional.of("The vendor's answer belongs to another print run.");
        }
        if (!isSameSheet(typed, job)) {
            return Optional.of("The stamps were made for sheet " + job.serial().grouped()
                    + ", which is not the one in the printer.");
        }
        return stockObjection(job);
    }

    private static Optional<String> stockObjection(PrintJob job) {
        try {
            List<Integer> labels = job.labelStock().positions();
            return job.pieces().stream()
                    .map(PrintJob.Piece::position)
                    .filter(position -> !labels.contains(position))
                    .findFirst()
                    .map(position -> "The sheet has no label " + position + ".");
        } catch (IllegalArgumentException unknownStock) {
            return Optional.of("This helper does not know the sheet: " + unknownStock.getMessage() + ".");
        }
    }

    private static boolean isSameSheet(String typed, PrintJob job) {
        String cleaned = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return cleaned.length() >= LEAST_TYPED && job.serial().printed().endsWith(cleaned);
    }

    private static Checked checkPieces(PrintJob job, IndiciumVerifier verifier) {
        List<SignedIndicium> stamps = new ArrayList<>();
        Set<Integer> positions = new HashSet<>();
        Set<String> pieces = new HashSet<>();
        for (PrintJob.Piece piece : job.pieces()) {
            Verdict verdict = verifier.verify(piece.indicium());
            if (!(verdict instanceof Verdict.Genuine genuine)) {
                return new Checked.Rejected(
                        "The stamp for label " + piece.position() + " is not genuine. " + verdict.reason());
            }
            IndiciumContent content = genuine.stamp().content();
            if (!content.labelSerial().equals(job.serial()) || content.labelPosition() != piece.position()) {
                return new Checked.Rejected(
                        "The stamp for label " + piece.position() + " was made for label " + content.labelPosition()
                                + " of sheet " + content.labelSerial().grouped() + ".");
            }
            if (!positions.add(piece.position()) || !pieces.add(content.psdSerial() + "/" + content.pieceCount())) {
                return new Checked.Rejected("The stamp for label " + piece.position() + " is in the job twice.");
            }
            stamps.add(genuine.stamp());
        }
        return new Checked.Approved(job, List.copyOf(stamps));
    }
}
