package org.stampwright.web.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.web.problem.Fields;
import org.stampwright.web.problem.JsonBody;
import org.stampwright.web.problem.Malformed;

/** Reads an order as a client sends it. Types are checked here; the facade decides whether the order can be placed. */
final class PlacementReader {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int MOST_LINES = 100;

    private PlacementReader() {}

    static Placement read(InputStream body, String idempotencyKey, String remoteAddress) throws Malformed {
        var order =
                new Fields(JsonBody.read(body, LONGEST_BODY)).only("sheet", "startPosition", "lines", "paymentMethod");
        return new Placement(
                idempotencyKey,
                remoteAddress,
                order.text("sheet"),
                order.countOrNull("startPosition"),
                lines(order),
                order.text("paymentMethod"));
    }

    private static List<LineRequest> lines(Fields order) throws Malformed {
        var lines = new ArrayList<LineRequest>();
        for (Fields line : order.list("lines")) {
            line.only("product", "quantity", "value");
            lines.add(new LineRequest(line.text("product"), line.count("quantity"), line.wholeOrNull("value")));
            if (lines.size() > MOST_LINES) {
                throw order.wrong("lines", "may have at most " + MOST_LINES + " entries");
            }
        }
        return lines;
    }
}
