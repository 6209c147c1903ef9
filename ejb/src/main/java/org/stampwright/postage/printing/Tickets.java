package org.stampwright.postage.printing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.ShopLimits;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.indicium.Unsealed;
import org.stampwright.postage.ledger.PsdLedger;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.order.PieceView;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** Print tickets: issued to the order's owner, redeemed by a holder who has the right sheet. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tickets {

    /** The outcome of a run that printed. */
    public static final String PRINTED = "printed";
    /** The outcome of a run that did not print. */
    public static final String FAILED = "failed";

    private static final Logger LOG = System.getLogger(Tickets.class.getName());
    private static final int LONGEST_DETAIL = 500;

    @Inject
    private Orders orders;

    @Inject
    private ShopLimits limits;

    @Inject
    private TicketRows rows;

    @Inject
    private SealedPieces sealed;

    @Inject
    private PsdLedger ledger;

    @Inject
    private TrustBundles bundles;

    /**
     * Issues a ticket to print an order. Refusals: not-found, still-running (not released yet), too-late (never will
     * be).
     */
    public Answer<IssuedTicket> issue(Caller caller, UUID order) {
        return orders.view(caller, order).flatMap(this::issue);
    }

    private Answer<IssuedTicket> issue(OrderView view) {
        if (view.state().isUndone()) {
            return Answer.refused(ProblemKind.TOO_LATE, "This order was not completed; there is nothing to print.");
        }
        if (!view.state().isPrintable()) {
            return Answer.refused(ProblemKind.STILL_RUNNING, "The stamps are not ready yet.");
        }
        return limits.ticket(view.id())
                .<Answer<IssuedTicket>>map(Answer::refused)
                .orElseGet(() -> Answer.granted(rows.issue(view.id())));
    }

    /**
     * Returns the print job for the run to which the ticket is or becomes bound. Refusals: ticket-ended, ticket-used,
     * ticket-expired, wrong-serial, overloaded (no trust bundle available), withheld (a piece does not match its seal).
     *
     * @param typed the serial number of the sheet in the printer, whole or at least its last five characters
     */
    public Answer<PrintJobContents> redeem(String token, String typed, UUID run) {
        Optional<byte[]> bundle = bundles.newest();
        if (bundle.isEmpty()) {
            return Answer.refused(
                    ProblemKind.OVERLOADED,
                    "The authority's trust bundle is not available now. Try again in a minute.");
        }
        return rows.redeem(token, typed, run).flatMap(order -> released(order, run, bundle.get()));
    }

    private Answer<PrintJobContents> released(UUID order, UUID run, byte[] bundle) {
        try {
            return Answer.granted(contents(order, run, bundle));
        } catch (Unsealed alarm) {
            LOG.log(Level.ERROR, "Nothing of order " + order + " is released", alarm);
            ledger.alarm(alarm.psd(), alarm.getMessage());
        } catch (PieceMismatch differs) {
            LOG.log(Level.ERROR, "Nothing of order " + order + " is released", differs);
        }
        return Answer.refused(
                ProblemKind.WITHHELD,
                "These stamps cannot be released: our records of them contradict each other."
                        + " The operator has to investigate.");
    }

    private PrintJobContents contents(UUID order, UUID run, byte[] bundle) {
        OrderView view = orders.ofTicket(order);
        List<SignedPiece> pieces = sealed.of(view);
        Map<Integer, PieceView> products =
                view.pieces().stream().collect(Collectors.toMap(PieceView::position, Function.identity()));
        List<PrintPiece> printed =
                pieces.stream().map(piece -> piece(piece, products)).toList();
        return new PrintJobContents(order, view.sheet(), view.stock(), run, printed, bundle);
    }

    private static PrintPiece piece(SignedPiece piece, Map<Integer, PieceView> products) {
        int position = piece.recorded().position();
        return new PrintPiece(
                position,
                new SignedIndicium(piece.recorded().decoded(), piece.signature()),
                products.get(position).product());
    }

    /** Records the outcome of a run, {@link #PRINTED} or {@link #FAILED}. Refusals: ticket-ended, ticket-used. */
    public Answer<UUID> report(String token, UUID run, String outcome, String detail) {
        if (!outcome.equals(PRINTED) && !outcome.equals(FAILED)) {
            return Answer.refusedAt("outcome", ProblemKind.MALFORMED_JSON, "The outcome is printed or failed.");
        }
        String words =
                detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        return rows.report(token, run, outcome, words);
    }
}
