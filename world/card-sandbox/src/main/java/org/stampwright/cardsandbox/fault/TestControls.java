package org.stampwright.cardsandbox.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.ApiKey;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.FormBody;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.webhook.Webhooks;

/**
 * The test controls under {@code /test}, which need the API key: set the clock, inject faults, read the journal,
 * redeliver an event.
 */
public final class TestControls implements HttpHandler {
    private final Company company;
    private final ApiKey apiKey;
    private final Faults faults;
    private final Webhooks webhooks;

    public TestControls(Company company, ApiKey apiKey, Faults faults, Webhooks webhooks) {
        this.company = company;
        this.apiKey = apiKey;
        this.faults = faults;
        this.webhooks = webhooks;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http, company.identifiers().next("req_"));
        Answer answer;
        try {
            apiKey.check(exchange.header("Authorization"));
            answer = Answer.ok(serve(exchange, FormBody.parse(exchange.encodedParams())));
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        exchange.answer(answer, Map.of());
    }

    private JsonObject serve(Exchange exchange, Params params) throws IOException {
        return switch (exchange.method() + " " + exchange.path()) {
            case "GET /test/clock" -> clock();
            case "POST /test/clock" -> setClock(params);
            case "GET /test/faults" -> waitingFaults();
            case "POST /test/faults" -> addFault(params);
            case "DELETE /test/faults" -> clearFaults();
            case "GET /test/journal" -> journal(params);
            case "POST /test/redeliver" -> redeliver(params);
            default -> throw Refusal.noSuchAddress(exchange.method(), exchange.path());
        };
    }

    private JsonObject clock() {
        return Fields.none()
                .set("now", company.clock().now().getEpochSecond())
                .set("offset_seconds", company.clock().offset().toSeconds())
                .build();
    }

    private JsonObject setClock(Params params) {
        params.only("offset_seconds", "advance_seconds");
        Duration offset = params.has("offset_seconds")
                ? Duration.ofSeconds(params.requiredNumber("offset_seconds"))
                : company.clock().offset().plusSeconds(params.requiredNumber("advance_seconds"));
        company.shiftClock(offset);
        return clock();
    }

    private JsonObject addFault(Params params) {
        params.only("method", "path", "kind", "skip", "times", "delay_ms");
        String kind = params.oneOf(
                "kind",
                "delay",
                Stream.of(Fault.Kind.values())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
        String method = params.text("method");
        faults.add(new Fault(
                method == null ? "*" : method,
                params.required("path"),
                Fault.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                counted(params, "skip", 0, 0),
                counted(params, "times", 1, 1),
                counted(params, "delay_ms", 0, 0)));
        return waitingFaults();
    }

    private static int counted(Params params, String name, int preset, int least) {
        long value = params.number(name, preset);
        if (value < least || value > 1_000_000) {
            throw params.invalid(name, "This value must be between " + least + " and 1000000.");
        }
        return (int) value;
    }

    private JsonObject clearFaults() {
        faults.clear();
        return waitingFaults();
    }

    private JsonObject waitingFaults() {
        JsonArrayBuilder waiting = Fields.PROVIDER.createArrayBuilder();
        faults.waiting()
                .forEach(fault -> waiting.add(Fields.none()
                        .set("method", fault.method())
                        .set("path", fault.path())
                        .set("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                        .set("skip", fault.skip())
                        .set("times", fault.times())
                        .set("delay_ms", fault.delayMillis())
                        .build()));
        return Fields.none().set("faults", waiting.build()).build();
    }

    /**
     * Returns at most {@code limit} lines (default 1000) after the first {@code after}, the number of lines, and the
     * number of acts that changed anything.
     */
    private JsonObject journal(Params params) throws IOException {
        params.only("after", "limit");
        JsonArrayBuilder lines = Fields.PROVIDER.createArrayBuilder();
        long changes = company.changes();
        long length = company.journal().length();
        try (Stream<String> texts = company.journal().linesAfter(counted(params, "after", 0, 0))) {
            texts.limit(counted(params, "limit", 1000, 0)).map(Fields::parse).forEach(lines::add);
        }
        return Fields.none()
                .set("length", length)
                .set("changes", changes)
                .set("lines", lines.build())
                .build();
    }

    private JsonObject redeliver(Params params) {
        params.only("event");
        JsonObject event = company.look(books -> books.find(params.required("event")));
        if (event == null || !event.getString("object").equals("event")) {
            throw Refusal.noSuch("event", params.required("event"), "event");
        }
        webhooks.deliver(event);
        return event;
    }
}
