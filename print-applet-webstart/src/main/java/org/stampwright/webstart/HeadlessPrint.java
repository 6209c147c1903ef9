package org.stampwright.webstart;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.stampwright.paper.PrintJob;
import org.stampwright.paper.SheetPdf;

/**
 * Prints to a PDF without a window, after the same checks: for computers without a desktop, and for {@code stampwright
 * buy}. The PDF is written atomically.
 */
public final class HeadlessPrint {
    private final X509Certificate root;
    private final Clock clock;

    /**
     * @param root the authority's root that stamps are checked against
     * @param clock tells whether the trust bundle is stale
     */
    public HeadlessPrint(X509Certificate root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** The outcome of a run. */
    public sealed interface Outcome {
        /** The PDF is written, and the vendor has been told. */
        record Written(Path pdf, PrintJob job) implements Outcome {}

        /** The vendor refused to hand out stamps. */
        record TurnedAway(Problem problem) implements Outcome {}

        /** The vendor handed out a job that must not be printed. */
        record Rejected(String reason) implements Outcome {}

        /** The vendor did not respond; the same run may retry. */
        record Unreachable(String reason) implements Outcome {}
    }

    /**
     * Redeems, checks, writes, reports.
     *
     * @param base the vendor's public address
     * @param serial of the sheet, or at least its last five characters
     * @param run id of this run; the same one again to repeat a run whose response was lost
     * @throws IOException if the PDF cannot be written; if that shows after the redemption, the vendor is told
     */
    public Outcome print(URI base, Ticket ticket, String serial, UUID run, Path pdf) throws IOException {
        refuseUnlessWritable(pdf);
        PrintRun printRun = new PrintRun(base, ticket, run, root, clock);
        PrintRun.Asked asked = printRun.ask(serial);
        if (asked instanceof PrintRun.Asked.Ready ready) {
            return write(printRun, ready, pdf);
        } else if (asked instanceof PrintRun.Asked.TurnedAway away) {
            return new Outcome.TurnedAway(away.problem());
        } else if (asked instanceof PrintRun.Asked.Rejected rejected) {
            return new Outcome.Rejected(rejected.reason());
        }
        return new Outcome.Unreachable(((PrintRun.Asked.Unreachable) asked).reason());
    }

    /** Nothing is redeemed for a file that cannot be written, and only a regular file is replaced. */
    private static void refuseUnlessWritable(Path pdf) throws IOException {
        if (Files.exists(pdf) && !Files.isRegularFile(pdf)) {
            throw new IOException(pdf + " is not a regular file");
        }
        if (!Files.isWritable(pdf.toAbsolutePath().getParent())) {
            throw new IOException("the folder of " + pdf + " cannot be written to");
        }
    }

    private static Outcome write(PrintRun run, PrintRun.Asked.Ready ready, Path pdf) throws IOException {
        try (PDDocument document = SheetPdf.document(ready.job())) {
            Path beside = Files.createTempFile(pdf.toAbsolutePath().getParent(), "sheet", ".part");
            document.save(beside.toFile());
            Files.move(beside, pdf, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            run.report(new PrintOutcome(false, "The PDF could not be written."));
            throw e;
        }
        try {
            run.report(new PrintOutcome(true, "Written as PDF."));
        } catch (VendorUnreachable e) {
            return new Outcome.Unreachable("The PDF is written, but: " + e.getMessage());
        }
        return new Outcome.Written(pdf, ready.job());
    }
}
