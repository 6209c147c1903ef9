package org.stampwright.postage.order;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.rating.Pricing;

/** The lines of an order while they may still change. */
final class DraftLines {

    private DraftLines() {}

    /** Returns the lines as a new request would name them. */
    static List<LineRequest> of(EntityManager entities, UUID order) {
        return entities.createQuery("select l from OrderLine l where l.order = :order order by l.line", OrderLine.class)
                .setParameter("order", order)
                .getResultStream()
                .map(OrderLine::priced)
                .map(line -> new LineRequest(line.product(), line.quantity(), requested(line)))
                .toList();
    }

    /** Includes the value: if the rates change meanwhile, the consumer is told instead of charged a different price. */
    private static Long requested(PricedLine line) {
        return line.unitValue().mills();
    }

    /** Replaces the lines; flushed at once, so that later statements of this transaction can refer to them. */
    static void replace(EntityManager entities, UUID order, Pricing pricing) {
        entities.createNativeQuery("delete from order_line where order_id = cast(?1 as uuid)")
                .setParameter(1, order.toString())
                .executeUpdate();
        List<PricedLine> lines = pricing.lines();
        for (int i = 0; i < lines.size(); i++) {
            PricedLine line = lines.get(i);
            entities.createNativeQuery("insert into order_line (order_id, line, product, description, rate_category,"
                            + " quantity, unit_value) values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7)")
                    .setParameter(1, order.toString())
                    .setParameter(2, i + 1)
                    .setParameter(3, line.product())
                    .setParameter(4, line.description())
                    .setParameter(5, line.rateCategory())
                    .setParameter(6, line.quantity())
                    .setParameter(7, line.unitValue().mills())
                    .executeUpdate();
        }
    }
}
