package org.stampwright.cardsandbox.checkout;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.payment.Amounts;
import org.stampwright.cardsandbox.payment.Authorisation;
import org.stampwright.cardsandbox.payment.PaymentIntents;
import org.stampwright.cardsandbox.payment.PaymentMethods;

/**
 * Checkout Sessions: open → complete, once the payer's card is held or charged, or open → expired, by the merchant or
 * the clock. As at Stripe, the intent is created at the payer's first attempt and used for every further one.
 */
public final class CheckoutSessions {
    public static final String KIND = "checkout.session";
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Authorisation authorisation;
    private final String publicUrl;

    public CheckoutSessions(Authorisation authorisation, String publicUrl) {
        this.authorisation = authorisation;
        this.publicUrl = publicUrl;
    }

    public JsonObject create(Posting posting, Params params) {
        params.only(
                "mode",
                "line_items",
                "payment_intent_data",
                "payment_method_types",
                "client_reference_id",
                "expires_at",
                "success_url",
                "cancel_url",
                "customer_email",
                "metadata",
                "locale",
                "submit_type",
                "expand");
        if (!"payment".equals(params.oneOf("mode", null, "payment"))) {
            throw params.missing("mode");
        }
        LineItems items = LineItems.read(posting, params);
        Amounts.check(items.total(), items.currency(), "line_items", "The Checkout Session's total amount due");
        Params intentData = params.part("payment_intent_data")
                .only("capture_method", "metadata", "description", "receipt_email", "statement_descriptor");
        String id = posting.identifiers().session();
        JsonObject session = describe(posting, params, items, id)
                .set("_intent_data", intent(posting, items, intentData))
                .build();
        return posting.put(session);
    }

    /** Builds the intent for the payer's first attempt now, so that bad parameters are refused now. */
    private static JsonObject intent(Posting posting, LineItems items, Params intentData) {
        return PaymentIntents.open(posting, items.total(), items.currency(), intentData)
                .build();
    }

    private Fields describe(Posting posting, Params params, LineItems items, String id) {
        String email = params.text("customer_email");
        long ends = expiresAt(posting, params);
        return Fields.none()
                .set("id", id)
                .set("object", KIND)
                .set("amount_subtotal", items.total())
                .set("amount_total", items.total())
                .set("automatic_tax", Fields.none().set("enabled", false).nulls("liability", "provider", "status"))
                .nulls("allow_promotion_codes", "billing_address_collection", "consent", "customer", "invoice")
                .set("cancel_url", params.url("cancel_url"))
                .set("client_reference_id", params.text("client_reference_id"))
                .set("created", posting.second())
                .set("currency", items.currency())
                .set("customer_creation", "if_required")
                .set("customer_email", email)
                .set(
                        "customer_details",
                        email == null
                                ? JsonValue.NULL
                                : Fields.none()
                                        .set("email", email)
                                        .nulls("address", "name", "phone")
                                        .set("tax_exempt", "none")
                                        .nulls("tax_ids")
                                        .build())
                .set("expires_at", ends)
                .set("_ends_at", ends)
                .set("livemode", false)
                .set("locale", params.text("locale"))
                .set("metadata", params.metadata(Map.of()))
                .set("mode", "payment")
                .nulls("payment_intent", "payment_link", "setup_intent", "subscription", "shipping_cost")
                .set("payment_method_collection", "if_required")
                .set("payment_method_options", JsonValue.EMPTY_JSON_OBJECT)
                .set("payment_method_types", types(params))
                .set("payment_status", "unpaid")
                .set("status", "open")
                .set("submit_type", params.oneOf("submit_type", null, "auto", "pay"))
                .set("success_url", successUrl(params))
                .set(
                        "total_details",
                        Fields.none()
                                .set("amount_discount", 0)
                                .set("amount_shipping", 0)
                                .set("amount_tax", 0))
                .set("ui_mode", "hosted")
                .set("url", publicUrl + "/c/pay/" + id)
                .set("_line_items", items.list("/v1/checkout/sessions/" + id + "/line_items"));
    }

    private static String successUrl(Params params) {
        params.required("success_url");
        return params.url("success_url");
    }

    private static List<String> types(Params params) {
        List<String> types = params.texts("payment_method_types");
        if (!types.isEmpty() && !types.equals(List.of("card"))) {
            throw params.invalid("payment_method_types", "The sandbox offers only the payment method type card.");
        }
        return List.of("card");
    }

    private static long expiresAt(Posting posting, Params params) {
        long ends = params.number("expires_at", posting.now().plus(LONGEST).getEpochSecond());
        if (ends < posting.now().plus(SHORTEST).getEpochSecond()) {
            throw params.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (ends > posting.now().plus(LONGEST).getEpochSecond()) {
            throw params.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return ends;
    }

    public JsonObject expire(Posting posting, String id, Params params) {
        params.only("expand");
        JsonObject session = posting.require(id, KIND, "session");
        if (!session.getString("status").equals("open")) {
            throw params.invalid(
                    "session",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This "
                            + "Checkout Session has a status of `" + session.getString("status") + "`.");
        }
        return expire(posting, session);
    }

    /** Expires an open session; its intent, if the payer has not completed it, is canceled too. */
    public static JsonObject expire(Posting posting, JsonObject session) {
        if (Fields.has(session, "payment_intent")) {
            Authorisation.cancel(posting, posting.find(session.getString("payment_intent")), "expired");
        }
        JsonObject expired = posting.put(Fields.of(session)
                .set("status", "expired")
                .nulls("url", "_ends_at")
                .build());
        posting.tell("checkout.session.expired", expired);
        return expired;
    }

    /** Tries a card on the session's page; returns the intent, or throws Stripe's card error. */
    public JsonObject pay(Posting posting, JsonObject session, PaymentMethods.Card card) {
        JsonObject method = PaymentMethods.create(posting, card);
        JsonObject intent = Fields.has(session, "payment_intent")
                ? posting.find(session.getString("payment_intent"))
                : startIntent(posting, session);
        JsonObject tried = authorisation.attempt(posting, intent, method, session.getString("url"), false);
        if (!tried.getString("status").equals("requires_action")) {
            complete(posting, tried);
        }
        return tried;
    }

    private static JsonObject startIntent(Posting posting, JsonObject session) {
        JsonObject intent = posting.put(Fields.of(session.getJsonObject("_intent_data"))
                .set("created", posting.second())
                .set("_session", session.getString("id"))
                .build());
        posting.put(
                Fields.of(session).set("payment_intent", intent.getString("id")).build());
        posting.tell("payment_intent.created", intent);
        return intent;
    }

    /** Completes the session of an intent that is held or charged. */
    public static void complete(Posting posting, JsonObject intent) {
        JsonObject session = Authorisation.session(posting, intent);
        boolean paid = intent.getString("status").equals("succeeded");
        JsonObject billing = posting.find(intent.getString("payment_method")).getJsonObject("billing_details");
        JsonObject done = posting.put(Fields.of(session)
                .set("status", "complete")
                .set("payment_status", paid ? "paid" : "unpaid")
                .nulls("url", "_ends_at")
                .set(
                        "customer_details",
                        Fields.none()
                                .set("email", session.get("customer_email"))
                                .set("name", billing.get("name"))
                                .nulls("address", "phone")
                                .set("tax_exempt", "none")
                                .nulls("tax_ids"))
                .build());
        posting.tell("checkout.session.completed", done);
    }
}
