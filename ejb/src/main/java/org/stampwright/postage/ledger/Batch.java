package org.stampwright.postage.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.ContentBuilder;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.indicium.RecordedContent;

/**
 * Orders that are franked together, and the ledger entry that records them. Registers and piece count continue from the
 * previous entry, piece by piece; each content carries the registers after it.
 *
 * @param entry not sealed yet
 * @param contents of all pieces, in the order of their piece counts
 */
public record Batch(LedgerEntry entry, List<WaitingOrder> orders, List<RecordedContent> contents) {

    /**
     * The parts that are the same in every content made on one day by one module.
     *
     * @param letterhead filled by the licence; used by one thread
     * @param certificate of the indicium key
     * @param day in UTC
     */
    public record Stationery(ContentBuilder letterhead, CertificateSerial certificate, LocalDate day) {}

    /**
     * Franks all these orders after the given entry, whose registers must cover them.
     *
     * @throws Unfrankable naming the first order for which no content can be made; the others can be franked without it
     */
    public static Batch of(LedgerEntry before, List<WaitingOrder> orders, Stationery stationery) {
        ContentBuilder builder = stationery
                .letterhead()
                .psdSerial(before.psd())
                .certificateSerial(stationery.certificate())
                .frankedOn(stationery.day());
        List<RecordedContent> recorded = new ArrayList<>();
        Registers registers = before.registers();
        for (WaitingOrder order : orders) {
            for (WaitingPiece piece : order.pieces()) {
                registers = registers.debit(piece.value());
                builder.registers(registers).pieceCount(before.pieceCount() + recorded.size() + 1);
                IndiciumContent content = content(builder, order, piece);
                recorded.add(RecordedContent.of(
                        content,
                        before.number() + 1,
                        order.ref().id(),
                        order.ref().attempt(),
                        piece.line()));
            }
        }
        return new Batch(
                before.franked(recorded.stream().map(RecordedContent::piece).toList()),
                List.copyOf(orders),
                List.copyOf(recorded));
    }

    private static IndiciumContent content(ContentBuilder builder, WaitingOrder order, WaitingPiece piece) {
        try {
            return builder.postage(piece.value())
                    .rateCategory(piece.rateCategory())
                    .labelSerial(order.sheet())
                    .labelPosition(piece.position())
                    .build();
        } catch (IllegalArgumentException unfit) {
            throw new Unfrankable(order.ref(), unfit.getMessage(), unfit);
        }
    }

    Money total() {
        return orders.stream().map(WaitingOrder::total).reduce(Money.ZERO, Money::plus);
    }
}
