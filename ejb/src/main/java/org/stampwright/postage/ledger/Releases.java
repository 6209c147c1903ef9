package org.stampwright.postage.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Fates;
import org.stampwright.postage.indicium.SignedPiece;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.voiding.PieceVoids;

/** Completes committed entries, one transaction a method: records signatures, stores receipts, abandons pieces. */
@Stateless
public class Releases {

    private static final String KEEP =
            "insert into psd_receipt (psd, entry_number, receipt) values (:psd, :entry, :receipt)"
                    + " on conflict do nothing";
    private static final String RECEIPTED =
            "update psd set receipted_entry = :entry where serial = :psd and receipted_entry < :entry";

    @Inject
    Jdbi jdbi;

    @Inject
    Fates fates;

    @Inject
    OrderTransitions orders;

    @Inject
    PieceVoids voids;

    /** Records the signatures and marks their orders signed. */
    public void signed(List<SignedPiece> pieces) {
        fates.signed(pieces);
        orders.signed(pieces.stream()
                .map(SignedPiece::recorded)
                .map(content -> new OrderRef(content.order(), content.attempt()))
                .collect(Collectors.toSet()));
    }

    /**
     * Stores the receipt for the last of these entries, together with the signatures of pieces that had none before,
     * and marks the orders of these entries receipted. Each of their pieces has its fate then.
     *
     * @param sent the entries that had no receipt before
     * @return those orders
     */
    public List<OrderRef> receipted(List<SignedPiece> pieces, SignedReceipt signed, List<CommittedEntry> sent) {
        if (!pieces.isEmpty()) {
            fates.signed(pieces);
        }
        Receipt receipt = signed.receipt();
        long psd = receipt.psd().value();
        jdbi.useHandle(handle -> {
            handle.createUpdate(KEEP)
                    .bind("psd", psd)
                    .bind("entry", receipt.entryNumber())
                    .bind("receipt", signed.encode())
                    .execute();
            handle.createUpdate(RECEIPTED)
                    .bind("psd", psd)
                    .bind("entry", receipt.entryNumber())
                    .execute();
        });
        Set<OrderRef> orders = sent.stream()
                .flatMap(entry -> entry.contents().stream())
                .map(content -> new OrderRef(content.order(), content.attempt()))
                .collect(Collectors.toSet());
        return orders.isEmpty()
                ? List.of()
                : this.orders.receipted(orders).stream().map(OrderSnapshot::ref).toList();
    }

    /**
     * Abandons the pieces of a franked order, to be voided, and gives the order back at its next attempt, in one
     * transaction.
     *
     * @return false if another step came first, such as a signature
     */
    public boolean abandon(OrderRef order) {
        if (!orders.abandoned(order)) {
            return false;
        }
        fates.abandon(order.id(), order.attempt());
        voids.recordAbandoned(order);
        return true;
    }
}
