package org.stampwright.postage.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import org.stampwright.indicium.ledger.LedgerEntry;
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
            "insert into psd_receipt (psd, entry_number, receipt) values (?1, ?2, ?3)" + " on conflict do nothing";
    private static final String RECEIPTED =
            "update psd set receipted_entry = ?2 where serial = ?1 and receipted_entry < ?2";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

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
     * Stores the receipt for the last of these entries and marks their signed orders receipted.
     *
     * @param sent the entries that had no receipt before
     * @return those orders
     */
    public List<OrderRef> receipted(SignedReceipt signed, List<CommittedEntry> sent) {
        Receipt receipt = signed.receipt();
        long psd = receipt.psd().value();
        entities.createNativeQuery(KEEP)
                .setParameter(1, psd)
                .setParameter(2, receipt.entryNumber())
                .setParameter(3, signed.encode())
                .executeUpdate();
        entities.createNativeQuery(RECEIPTED)
                .setParameter(1, psd)
                .setParameter(2, receipt.entryNumber())
                .executeUpdate();
        LedgerEntry first = sent.get(0).entry();
        LedgerEntry last = sent.get(sent.size() - 1).entry();
        return orders.receipted(psd, first.pieceCount() - first.pieces(), last.pieceCount()).stream()
                .map(OrderSnapshot::ref)
                .toList();
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
