package org.stampwright.cardsandbox.api;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stampwright.cardsandbox.checkout.CheckoutSessions;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Books;
import org.stampwright.cardsandbox.payment.Charges;
import org.stampwright.cardsandbox.payment.PaymentIntents;
import org.stampwright.cardsandbox.payment.PaymentMethods;
import org.stampwright.cardsandbox.payment.Refunds;

/** The routes of the API: which read the books and which change them. */
public final class Routes {
    /** Responds from the books. */
    interface Look {
        JsonObject answer(Books books, String id, Params params);
    }

    /** Runs an act and returns the resulting object. */
    interface Change {
        JsonObject apply(Posting posting, String id, Params params);
    }

    private record Route(String method, Pattern path, Look look, Change change) {}

    /**
     * A route that matches a request, with the id from its path, if any; exactly one of {@code look} and {@code change}
     * is set.
     */
    record Found(String id, Look look, Change change) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes(PaymentIntents intents, CheckoutSessions sessions) {
        post("/v1/payment_intents", (posting, id, params) -> intents.create(posting, params));
        post("/v1/payment_intents/{id}", intents::update);
        post("/v1/payment_intents/{id}/confirm", intents::confirm);
        post("/v1/payment_intents/{id}/capture", intents::capture);
        post("/v1/payment_intents/{id}/cancel", intents::cancel);
        post("/v1/checkout/sessions", (posting, id, params) -> sessions.create(posting, params));
        post("/v1/checkout/sessions/{id}/expire", sessions::expire);
        post("/v1/payment_methods", (posting, id, params) -> PaymentMethods.create(posting, params));
        post("/v1/refunds", (posting, id, params) -> Refunds.create(posting, params));

        retrievable("/v1/payment_intents", PaymentIntents.KIND);
        retrievable("/v1/checkout/sessions", CheckoutSessions.KIND);
        retrievable("/v1/refunds", Refunds.KIND);
        retrievable("/v1/charges", Charges.KIND);
        retrievable("/v1/events", "event");
        retrievable("/v1/payment_methods", PaymentMethods.KIND);
        listable("/v1/payment_methods", PaymentMethods.KIND, "type");
        listable("/v1/payment_intents", PaymentIntents.KIND);
        listable("/v1/checkout/sessions", CheckoutSessions.KIND, "payment_intent", "status");
        listable("/v1/refunds", Refunds.KIND, "payment_intent", "charge");
        listable("/v1/charges", Charges.KIND, "payment_intent");
        listable("/v1/events", "event", "type");
        get("/v1/checkout/sessions/{id}/line_items", (books, id, params) -> {
            params.only();
            return required(books, CheckoutSessions.KIND, id).getJsonObject("_line_items");
        });
    }

    private void post(String path, Change change) {
        routes.add(new Route("POST", pattern(path), null, change));
    }

    private void get(String path, Look look) {
        routes.add(new Route("GET", pattern(path), look, null));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace("{id}", "([^/]+)"));
    }

    private void retrievable(String path, String kind) {
        get(path + "/{id}", (books, id, params) -> {
            params.only("expand");
            return required(books, kind, id);
        });
    }

    private void listable(String path, String kind, String... filters) {
        List<String> known = new ArrayList<>(List.of(Lists.PARAMETERS));
        known.addAll(List.of(filters));
        get(path, (books, id, params) -> {
            params.only(known.toArray(String[]::new));
            return Lists.page(books, kind, path, params, object -> fits(object, params, filters));
        });
    }

    private static boolean fits(JsonObject object, Params params, String[] filters) {
        for (String filter : filters) {
            String wanted = params.text(filter);
            if (wanted != null && !wanted.equals(Fields.text(object, filter))) {
                return false;
            }
        }
        return true;
    }

    private static JsonObject required(Books books, String kind, String id) {
        JsonObject object = books.find(id);
        if (object == null || !object.getString("object").equals(kind)) {
            throw Refusal.noSuch(kind, id, kind.equals(PaymentIntents.KIND) ? "intent" : "id");
        }
        return object;
    }

    public Found find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                return new Found(matcher.groupCount() == 0 ? null : matcher.group(1), route.look, route.change);
            }
        }
        throw Refusal.noSuchAddress(method, path);
    }
}
