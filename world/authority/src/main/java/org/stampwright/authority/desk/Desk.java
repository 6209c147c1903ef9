package org.stampwright.authority.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.stampwright.authority.Database;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.fate.Fate;
import org.stampwright.authority.trust.Bundles;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Verdict;

/** Compares a stamp with its vendor's report and with the piece's recorded fate. */
@ApplicationScoped
public class Desk {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    private Database database;
    private Bundles bundles;
    private Clock clock;

    protected Desk() {}

    @Inject
    Desk(Database database, Bundles bundles, Clock clock) {
        this.database = database;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** Returns what is known of a stamp, and changes nothing. */
    Finding check(byte[] stamp) {
        return find(bundles.verifier().verify(stamp));
    }

    /** Accepts a genuine stamp, once; for any other, returns the reason for the refusal. */
    Finding accept(byte[] stamp, String desk, String scan) {
        Finding found = check(stamp);
        if (found.kind() == Finding.Kind.GENUINE) {
            return record(found, desk, scan);
        }
        boolean same = found.kind() == Finding.Kind.ACCEPTED_BEFORE
                && found.fate().filter(fate -> fate.isAcceptanceOf(desk, scan)).isPresent();
        return same ? accepted(found.stamp(), found.fate()) : alarmed(found, desk);
    }

    private Finding record(Finding genuine, String desk, String scan) {
        IndiciumContent content = genuine.stamp().orElseThrow().content();
        Instant now = clock.instant();
        return database.inTransaction(tx -> {
            boolean first = Fate.accept(tx, content, desk, scan, now);
            Optional<Fate> fate = Fate.of(tx, content.psdSerial().value(), content.pieceCount());
            return first
                            || fate.filter(known -> known.isAcceptanceOf(desk, scan))
                                    .isPresent()
                    ? accepted(genuine.stamp(), fate)
                    : known(tx, genuine.stamp());
        });
    }

    private Finding find(Verdict verdict) {
        if (verdict instanceof Verdict.Genuine || verdict instanceof Verdict.Voided) {
            return database.inTransaction(tx -> compare(tx, verdict, Finding.Kind.UNREPORTED));
        }
        if (verdict instanceof Verdict.AskTheDesk) {
            return database.inTransaction(tx -> compare(tx, verdict, Finding.Kind.ASK));
        }
        Finding.Kind kind = verdict instanceof Verdict.Forged
                ? Finding.Kind.FORGED
                : verdict instanceof Verdict.Specimen ? Finding.Kind.SPECIMEN : Finding.Kind.UNKNOWN;
        return Finding.of(kind, verdict.reason(), verdict.indicium());
    }

    /** @param ifUnreported the finding for a stamp that its vendor never reported */
    private static Finding compare(Transaction tx, Verdict verdict, Finding.Kind ifUnreported) throws SQLException {
        Optional<SignedIndicium> stamp = verdict.indicium();
        IndiciumContent content = stamp.orElseThrow().content();
        long psd = content.psdSerial().value();
        Optional<byte[]> reported = tx.one(
                "select content from piece where psd = ? and piece_count = ?",
                row -> row.getBytes(1),
                psd,
                content.pieceCount());
        if (reported.isEmpty()) {
            return Finding.of(ifUnreported, "The signature is valid, but the vendor did not report this piece.", stamp);
        }
        if (!Arrays.equals(reported.get(), content.encode())) {
            return Finding.of(
                    Finding.Kind.TWO_CONTENTS, "The vendor reported this piece with different content.", stamp);
        }
        return known(tx, stamp);
    }

    /** Returns the finding for a reported piece, by its own fate or that of another piece for the same label. */
    private static Finding known(Transaction tx, Optional<SignedIndicium> stamp) throws SQLException {
        IndiciumContent content = stamp.orElseThrow().content();
        Optional<Fate> fate = Fate.of(tx, content.psdSerial().value(), content.pieceCount());
        if (fate.isPresent()) {
            return withFate(stamp, fate.get());
        }
        return Fate.ofLabel(tx, content)
                .map(other -> labelUsed(stamp, other))
                .orElseGet(() -> Finding.of(Finding.Kind.GENUINE, "Reported by its vendor and not used yet.", stamp));
    }

    private static Finding labelUsed(Optional<SignedIndicium> stamp, Fate other) {
        return new Finding(
                Finding.Kind.LABEL_USED,
                "Another stamp for this label was accepted before, at " + other.desk() + ".",
                stamp,
                Optional.of(other),
                false);
    }

    private static Finding withFate(Optional<SignedIndicium> stamp, Fate fate) {
        return fate.voided()
                ? new Finding(Finding.Kind.VOIDED, "This stamp was declared void.", stamp, Optional.of(fate), false)
                : new Finding(
                        Finding.Kind.ACCEPTED_BEFORE,
                        "Accepted before, at " + fate.desk() + ".",
                        stamp,
                        Optional.of(fate),
                        false);
    }

    private static Finding accepted(Optional<SignedIndicium> stamp, Optional<Fate> fate) {
        return new Finding(Finding.Kind.GENUINE, "Accepted.", stamp, fate, true);
    }

    private static Finding alarmed(Finding finding, String desk) {
        switch (finding.kind()) {
            case UNREPORTED, TWO_CONTENTS, FORGED, LABEL_USED ->
                LOG.log(
                        System.Logger.Level.WARNING,
                        "presented at desk {0}: {1}, {2}",
                        desk,
                        finding.kind().text(),
                        finding.document());
            case GENUINE, ACCEPTED_BEFORE, VOIDED, SPECIMEN, UNKNOWN, ASK ->
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "presented at desk {0}: {1}",
                        desk,
                        finding.kind().text());
        }
        return finding;
    }
}
