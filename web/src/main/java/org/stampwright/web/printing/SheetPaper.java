package org.stampwright.web.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stampwright.paper.SheetPdf;
import org.stampwright.vendor.account.Caller;
import org.stampwright.vendor.printing.IssuedTicket;
import org.stampwright.vendor.printing.PrintJobContents;
import org.stampwright.vendor.printing.Tickets;
import org.stampwright.vendor.refusal.Answer;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The sheet of an order as a PDF, for printers without the helper: by the same way, so a ticket is issued and redeemed
 * here and now with the serial number that the consumer typed.
 */
@ApplicationScoped
public class SheetPaper {

    @Inject
    private Tickets tickets;

    /** The PDF's bytes. Refusals: those of issuing and of redeeming a ticket. */
    public Answer<byte[]> pdf(Caller caller, UUID order, String typedSerial) {
        var issued = tickets.issue(caller, order);
        if (issued instanceof Refused<IssuedTicket> refused) {
            return refused.as();
        }
        var ticket = ((Granted<IssuedTicket>) issued).value().ticket().text();
        var redeemed = tickets.redeem(ticket, typedSerial == null ? "" : typedSerial, UUID.randomUUID());
        if (redeemed instanceof Refused<PrintJobContents> refused) {
            return refused.as();
        }
        return Answer.granted(bytes(((Granted<PrintJobContents>) redeemed).value()));
    }

    private static byte[] bytes(PrintJobContents contents) {
        try {
            return SheetPdf.bytes(PrintJobs.of(contents));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
