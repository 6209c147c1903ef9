package org.stampwright.webstart;

import java.util.OptionalInt;
import org.stampwright.protocol.ProblemDocument;

/**
 * The vendor's problem document for a refused job.
 *
 * @param kind the last part of the problem's type, such as {@code wrong-serial}
 * @param detail in the vendor's words
 * @param left how many more serial numbers may be tried, if stated
 */
public record Problem(String kind, String detail, OptionalInt left) {

    /**
     * Reads a response that is not a job; one that is not a problem document either becomes kind {@code http-STATUS}.
     */
    static Problem parse(int status, byte[] body) {
        ProblemDocument document = ProblemDocument.read(status, body);
        return new Problem(document.kind(), document.detail(), document.count("left"));
    }

    /** Returns whether another serial number may be tried with the same ticket. */
    boolean mayTryAgain() {
        return kind.equals("wrong-serial") && left.orElse(1) > 0
                || kind.equals("sheet-mistyped")
                || kind.equals("too-many-attempts")
                || kind.equals("overloaded");
    }

    /** Returns the explanation for the user. */
    public String inWords() {
        return switch (kind) {
            case "wrong-serial" ->
                "This is not the sheet you bought the stamps for. "
                        + "Put the right sheet into the printer, then scan or type its number." + triesLeft();
            case "ticket-used" ->
                "These stamps were already handed to another print run. "
                        + "Open your order's page and choose Print again to get a new ticket.";
            case "ticket-ended" ->
                "The serial number was wrong too often, so this ticket is "
                        + "no longer valid. Nothing was printed. "
                        + "Open your order's page and choose Print again.";
            case "ticket-expired" ->
                "This print ticket is older than 15 minutes. "
                        + "Open your order's page and choose Print again; your stamps are safe.";
            case "unauthenticated", "forbidden" ->
                "The vendor does not know this print ticket. Open your order's page and choose Print again.";
            case "too-many-attempts", "overloaded" -> "The vendor is busy. Wait a minute, then try again.";
            default -> detail.isEmpty() ? "The vendor did not hand out the stamps (" + kind + ")." : detail;
        };
    }

    private String triesLeft() {
        return left.isEmpty()
                ? ""
                : left.getAsInt() == 0
                        ? " This ticket is no longer valid; get a new one on your order's page."
                        : " You can try " + left.getAsInt() + (left.getAsInt() == 1 ? " more time." : " more times.");
    }
}
