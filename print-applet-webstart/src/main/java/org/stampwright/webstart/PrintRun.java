package org.stampwright.webstart;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.paper.PrintJob;

/**
 * One run of the helper. The ticket is bound to its id, so every request of this run carries the same id, however often
 * the network fails in between.
 */
final class PrintRun {
    private final VendorConnection vendor;
    private final JobCheck check;
    private final UUID id;

    PrintRun(URI base, Ticket ticket, UUID id, X509Certificate root, Clock clock) {
        this.vendor = new VendorConnection(base, ticket);
        this.check = new JobCheck(root, clock);
        this.id = id;
    }

    /** The result of requesting the stamps. */
    sealed interface Asked {
        /** The stamps are genuine and belong to this sheet. */
        record Ready(PrintJob job, List<SignedIndicium> stamps) implements Asked {}

        /** The vendor refused. */
        record TurnedAway(Problem problem) implements Asked {}

        /** The vendor handed out a job that must not be printed. */
        record Rejected(String reason) implements Asked {}

        /** The vendor did not respond; retry. */
        record Unreachable(String reason) implements Asked {}
    }

    /** Requests the stamps and checks them; a job that must not be printed is reported as failed at once. */
    Asked ask(String typedSerial) {
        try {
            Redemption answer = vendor.redeem(typedSerial, id);
            return answer instanceof Redemption.Redeemed redeemed
                    ? checked(redeemed.job(), typedSerial)
                    : new Asked.TurnedAway(((Redemption.TurnedAway) answer).problem());
        } catch (VendorUnreachable e) {
            return new Asked.Unreachable(e.getMessage());
        }
    }

    private Asked checked(PrintJob job, String typedSerial) {
        JobCheck.Checked checked = check.check(job, typedSerial, id);
        if (checked instanceof JobCheck.Checked.Approved approved) {
            return new Asked.Ready(approved.job(), approved.stamps());
        }
        String reason = ((JobCheck.Checked.Rejected) checked).reason();
        try {
            vendor.report(id, new PrintOutcome(false, "Refused by the helper: " + reason));
        } catch (VendorUnreachable e) {
            return new Asked.Rejected(reason + " (The vendor could not be told: " + e.getMessage() + ")");
        }
        return new Asked.Rejected(reason);
    }

    /** @throws VendorUnreachable if the vendor did not accept it */
    void report(PrintOutcome outcome) {
        vendor.report(id, outcome);
    }

    /** Returns the job's name in the printer's queue; no other job has it. */
    String jobName() {
        return "Stampwright " + id;
    }
}
