package org.stampwright.postage.order;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.rating.Pricing;

/** The lines of an order until it is placed. */
final class DraftLines {

    private static final String OF_ORDER =
            "select product, quantity, unit_value from order_line" + " where order_id = :order order by line";
    private static final String DELETE = "delete from order_line where order_id = :order";
    private static final String INSERT = "insert into order_line (order_id, line, product, description, rate_category,"
            + " quantity, unit_value) select :order, l.* from unnest(:lines, :products, :descriptions,"
            + " :categories, :quantities, :values) l";

    private DraftLines() {}

    /**
     * Returns the lines as a new request would name them, each with the value that the consumer has seen.
     */
    static List<LineRequest> of(Handle handle, UUID order) {
        return handle.createQuery(OF_ORDER)
                .bind("order", order)
                .map((row, context) ->
                        new LineRequest(row.getString("product"), row.getInt("quantity"), row.getLong("unit_value")))
                .list();
    }

    /** Replaces the lines of a draft. */
    static void replace(Handle handle, UUID order, Pricing pricing) {
        handle.createUpdate(DELETE).bind("order", order).execute();
        insert(handle, order, pricing);
    }

    /** Writes the lines of an order that has none, in one statement. */
    static void insert(Handle handle, UUID order, Pricing pricing) {
        List<PricedLine> lines = pricing.lines();
        handle.createUpdate(INSERT)
                .bind("order", order)
                .bind("lines", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .bind("products", column(lines, PricedLine::product, String[]::new))
                .bind("descriptions", column(lines, PricedLine::description, String[]::new))
                .bind("categories", column(lines, PricedLine::rateCategory, String[]::new))
                .bind("quantities", column(lines, PricedLine::quantity, Integer[]::new))
                .bind("values", column(lines, line -> line.unitValue().mills(), Long[]::new))
                .execute();
    }

    /** An array, because Jdbi derives the type of a list by reflection at each call. */
    private static <T> T[] column(List<PricedLine> lines, Function<PricedLine, T> column, IntFunction<T[]> array) {
        return lines.stream().map(column).toArray(array);
    }
}
