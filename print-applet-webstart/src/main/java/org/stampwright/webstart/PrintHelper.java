package org.stampwright.webstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.UUID;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.stampwright.nativecrypto.SignatureProvider;

/**
 * The helper's entry point: opens a window when Web Start calls it with address, order and ticket; runs without one
 * when called with options. The clock, the run id and the root are created only here.
 */
public final class PrintHelper {
    /** The sheet is printed, or the PDF written. */
    public static final int DONE = 0;
    /** The vendor refused to hand out stamps. */
    public static final int TURNED_AWAY = 1;
    /** The arguments are wrong. */
    public static final int USAGE = 2;
    /** The stamps must not be printed. */
    public static final int NOT_GENUINE = 3;
    /** The vendor does not respond. */
    public static final int UNREACHABLE = 4;
    /** A file cannot be read or written. */
    public static final int FILE_TROUBLE = 5;

    private PrintHelper() {}

    public static void main(String[] arguments) {
        HelperArguments parsed;
        try {
            parsed = HelperArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        if (parsed instanceof HelperArguments.Windowed windowed) {
            SwingUtilities.invokeLater(() -> openWindow(windowed));
        } else {
            System.exit(withoutWindow((HelperArguments.NoWindow) parsed, System.in, System.out, System.err));
        }
    }

    private static void openWindow(HelperArguments.Windowed start) {
        WindowStyle.install();
        try {
            X509Certificate root = TrustRoot.ofThisJar();
            PrintRun run = new PrintRun(start.base(), start.ticket(), UUID.randomUUID(), root, Clock.systemUTC());
            new PrintFlow(new HelperWindow(start.order()), run, new Printers(System.getenv()), () -> System.exit(DONE))
                    .start();
        } catch (HelperIncomplete e) {
            JOptionPane.showMessageDialog(null, e.getMessage(), "Print helper", JOptionPane.ERROR_MESSAGE);
            System.exit(USAGE);
        }
    }

    static int withoutWindow(HelperArguments.NoWindow start, InputStream in, PrintStream out, PrintStream err) {
        SignatureProvider.install();
        try {
            Ticket ticket = Ticket.read(start.ticketFile(), in);
            HeadlessPrint printing = new HeadlessPrint(TrustRoot.ofThisJar(), Clock.systemUTC());
            return told(
                    printing.print(
                            start.base(), ticket, start.serial(), start.run().orElseGet(UUID::randomUUID), start.pdf()),
                    out,
                    err);
        } catch (IOException e) {
            err.println("A file cannot be read or written: " + e.getMessage());
            return FILE_TROUBLE;
        } catch (IllegalArgumentException | HelperIncomplete e) {
            err.println(e.getMessage());
            return USAGE;
        }
    }

    private static int told(HeadlessPrint.Outcome outcome, PrintStream out, PrintStream err) {
        if (outcome instanceof HeadlessPrint.Outcome.Written written) {
            out.println(written.job().pieces().size() + " stamps for sheet "
                    + written.job().serial().grouped() + " written to " + written.pdf());
            return DONE;
        } else if (outcome instanceof HeadlessPrint.Outcome.TurnedAway away) {
            err.println(away.problem().inWords());
            return TURNED_AWAY;
        } else if (outcome instanceof HeadlessPrint.Outcome.Rejected rejected) {
            err.println("These stamps must not be printed. " + rejected.reason());
            return NOT_GENUINE;
        }
        err.println(((HeadlessPrint.Outcome.Unreachable) outcome).reason());
        return UNREACHABLE;
    }
}
