package org.stampwright.web.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stampwright.paper.SheetPdf;
import org.stampwright.postage.account.Attempts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.printing.IssuedTicket;
import org.stampwright.postage.printing.PrintJobContents;
import org.stampwright.postage.printing.Tickets;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * Makes the sheet of an order as a PDF, for printing without the helper. It takes the same steps: a ticket is issued
 * and redeemed at once, with the serial number that the consumer typed.
 */
@ApplicationScoped
public class SheetPaper {

    private static final int WRONG_SERIALS = 5;

    @Inject
    private Tickets tickets;

    @Inject
    private Attempts attempts;

    /**
     * Returns the bytes of the PDF. Refusals: those of issuing and of redeeming a ticket; and, because each attempt
     * uses another ticket, too-many-attempts after five wrong serial numbers for one order within ten minutes.
     */
    public Answer<byte[]> pdf(Caller caller, UUID order, String typedSerial) {
        return tickets.issue(caller, order).flatMap(issued -> redeem(issued, order, typedSerial));
    }

    private Answer<byte[]> redeem(IssuedTicket issued, UUID order, String typedSerial) {
        var tried = "order:" + order;
        if (attempts.lately(Attempts.Kind.SERIAL, tried) >= WRONG_SERIALS) {
            return tooMany();
        }
        return tickets.redeem(issued.ticket().text(), typedSerial == null ? "" : typedSerial, UUID.randomUUID())
                .fold(
                        job -> Answer.granted(bytes(job)),
                        refusal -> refusal.kind() == ProblemKind.WRONG_SERIAL
                                ? wrongSerial(tried)
                                : Answer.refused(refusal));
    }

    private Answer<byte[]> wrongSerial(String tried) {
        attempts.failed(Attempts.Kind.SERIAL, List.of(tried));
        int left = WRONG_SERIALS - attempts.lately(Attempts.Kind.SERIAL, tried);
        return left <= 0
                ? tooMany()
                : Answer.refused(new Refusal(
                        ProblemKind.WRONG_SERIAL,
                        "serial",
                        "This order is for another sheet. Put the right one into the printer and type its number: "
                                + (left == 1 ? "one more try." : left + " more tries."),
                        Map.of("left", left)));
    }

    private static Answer<byte[]> tooMany() {
        return Answer.refusedAt(
                "serial",
                ProblemKind.TOO_MANY_ATTEMPTS,
                "Too many wrong serial numbers. Look for the sheet of this order, and try again in ten minutes.");
    }

    private static byte[] bytes(PrintJobContents contents) {
        try {
            return SheetPdf.bytes(PrintJobs.of(contents));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
