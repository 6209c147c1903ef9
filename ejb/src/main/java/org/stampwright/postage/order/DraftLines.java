package org.stampwright.postage.order;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
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
     * Returns the lines as a new request would name them. Each includes its value: if the rates change meanwhile, the
     * consumer is told instead of charged a different price.
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
        Integer[] numbers = new Integer[lines.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        Update insert =
                handle.createUpdate(INSERT).bind("order", order).bindArray("lines", Integer.class, (Object[]) numbers);
        bind(insert, "products", String.class, lines, PricedLine::product);
        bind(insert, "descriptions", String.class, lines, PricedLine::description);
        bind(insert, "categories", String.class, lines, PricedLine::rateCategory);
        bind(insert, "quantities", Integer.class, lines, PricedLine::quantity);
        bind(insert, "values", Long.class, lines, line -> line.unitValue().mills());
        insert.execute();
    }

    private static <T> void bind(
            Update insert, String name, Class<T> type, List<PricedLine> lines, Function<PricedLine, T> column) {
        insert.bindArray(name, type, lines.stream().map(column).toList());
    }
}
