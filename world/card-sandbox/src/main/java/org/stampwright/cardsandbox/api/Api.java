package org.stampwright.cardsandbox.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.fault.Fault;
import org.stampwright.cardsandbox.fault.Faults;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.ApiKey;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.http.Expansion;
import org.stampwright.cardsandbox.http.FormBody;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Idempotency;

/**
 * The merchant's API under {@code /v1}: checks the key, parameters and idempotency key, injects faults, then runs the
 * request.
 */
public final class Api implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Api.class.getName());

    private final Company company;
    private final Routes routes;
    private final ApiKey apiKey;
    private final Faults faults;
    private final String apiVersion;

    public Api(Company company, Routes routes, ApiKey apiKey, Faults faults, String apiVersion) {
        this.company = company;
        this.routes = routes;
        this.apiKey = apiKey;
        this.faults = faults;
        this.apiVersion = apiVersion;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http, company.identifiers().next("req_"));
        Map<String, String> headers = new LinkedHashMap<>();
        String version = exchange.header("Stripe-Version");
        headers.put("Stripe-Version", version == null ? apiVersion : version);
        Fault fault = Fault.NONE;
        Answer answer;
        try {
            apiKey.check(exchange.header("Authorization"));
            fault = faults.next(exchange.method(), exchange.path());
            answer = fault.is(Fault.Kind.DROP_BEFORE) ? null : serve(new Call(exchange, fault, headers));
        } catch (Refusal refusal) {
            answer = refusal.answer();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, exchange.method() + " " + exchange.path() + " broke", broken);
            answer = Answer.serverError();
        }
        fault.waitAfter();
        if (answer == null || fault.is(Fault.Kind.DROP_AFTER)) {
            exchange.drop();
        } else {
            exchange.answer(answer, headers);
        }
    }

    /** A request, the fault injected into it, and the response headers known so far. */
    private record Call(Exchange exchange, Fault fault, Map<String, String> headers) {}

    private Answer serve(Call call) throws IOException {
        Routes.Found route = routes.find(call.exchange.method(), call.exchange.path());
        String encoded = call.exchange.encodedParams();
        Params params = FormBody.parse(encoded);
        List<String> expand = params.texts("expand");
        if (route.change() != null) {
            return change(call, encoded, posting -> work(posting, route, params, call.fault));
        }
        call.fault.waitBefore();
        return call.fault.answersError()
                ? Answer.serverError()
                : company.look(books -> Answer.ok(
                        new Expansion(books::find).expand(route.look().answer(books, route.id(), params), expand)));
    }

    private static Answer work(Posting posting, Routes.Found route, Params params, Fault fault) {
        if (fault.is(Fault.Kind.ERROR_BEFORE)) {
            return Answer.serverError();
        }
        JsonObject changed = route.change().apply(posting, route.id(), params);
        Answer answer = Answer.ok(new Expansion(posting::find).expand(changed, params.texts("expand")));
        return fault.is(Fault.Kind.ERROR_AFTER) ? Answer.serverError() : answer;
    }

    private Answer change(Call call, String encoded, Function<Posting, Answer> work) {
        String path = call.exchange.path();
        String key = call.exchange.header("Idempotency-Key");
        String name = call.exchange.method() + " " + path;
        if (key == null || key.isBlank()) {
            call.fault.waitBefore();
            return company.act(new Posting.Act(name, call.exchange.requestId(), null), null, work);
        }
        call.headers.put("Idempotency-Key", key);
        String fingerprint = Idempotency.fingerprint(encoded);
        Idempotency.Replay replay = company.claim(key, path, fingerprint);
        if (replay != null) {
            call.headers.put("Idempotent-Replayed", "true");
            call.headers.put("Original-Request", replay.originalRequest());
            return replay.answer();
        }
        try {
            call.fault.waitBefore();
            return company.act(
                    new Posting.Act(name, call.exchange.requestId(), key),
                    new Idempotency.Key(key, path, fingerprint),
                    work);
        } finally {
            company.release(key);
        }
    }
}
