package org.stampwright.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Function;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.rating.PricedLine;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonList;

/** Writes an order as the API shows it; unknown values are left out. */
final class OrderJson {

    private OrderJson() {}

    static JsonObject of(OrderView order) {
        var json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", order.id().toString())
                .add("state", order.state().text());
        if (order.nextStep() != null) {
            json.add(
                    "nextStep",
                    StrictJson.PROVIDER
                            .createObjectBuilder()
                            .add("type", order.nextStep().type())
                            .add("url", order.nextStep().url()));
        }
        optional(json, "sheet", order.sheet());
        optional(json, "stock", order.stock());
        json.add("positions", StrictJson.PROVIDER.createArrayBuilder(order.positions()))
                .add("lines", JsonList.of(order.lines(), OrderJson::line));
        addPrice(json, order);
        json.add("currency", order.currency());
        optional(json, "receivedBy", order.receivedBy());
        optional(json, "frankedBy", order.frankedBy());
        json.add("address", order.address()).add("placedAt", order.placedAt().toString());
        optional(json, "reason", order.reason(), ProblemKind::slug);
        optional(json, "detail", order.detail());
        optional(json, "waitsFor", order.waitsFor(), WaitsFor::text);
        return json.add("specimens", specimens(order)).build();
    }

    private static void addPrice(JsonObjectBuilder json, OrderView order) {
        if (order.price() != null) {
            json.add("postage", order.price().postage().mills())
                    .add("fee", order.price().fee().mills())
                    .add("rounding", order.price().rounding().mills())
                    .add("total", order.price().total().mills());
        }
    }

    private static JsonObjectBuilder line(PricedLine line) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("product", line.product())
                .add("description", line.description())
                .add("quantity", line.quantity())
                .add("value", line.unitValue().mills())
                .add("rateCategory", line.rateCategory());
    }

    private static JsonArray specimens(OrderView order) {
        return StrictJson.PROVIDER
                .createArrayBuilder(order.pieces().stream()
                        .map(piece -> "/api/v1/orders/" + order.id() + "/specimens/" + piece.number() + ".png")
                        .toList())
                .build();
    }

    private static <T> void optional(JsonObjectBuilder json, String name, T value, Function<T, String> text) {
        optional(json, name, value == null ? null : text.apply(value));
    }

    private static void optional(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
