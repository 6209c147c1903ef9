package org.stampwright.cardsandbox.payment;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Expansion;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;

/**
 * Payment intents of the API: requires_payment_method → requires_confirmation → (requires_action) → requires_capture →
 * succeeded, or canceled from any state before succeeded. A declined card leads back to requires_payment_method. Each
 * operation refuses an intent in the wrong state.
 */
public final class PaymentIntents {
    public static final String KIND = "payment_intent";
    private static final List<String> CONFIRMABLE =
            List.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final List<String> CANCELABLE = List.of(
            "requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing");

    private final Authorisation authorisation;

    public PaymentIntents(Authorisation authorisation) {
        this.authorisation = authorisation;
    }

    public JsonObject create(Posting posting, Params params) {
        params.only(
                "amount",
                "currency",
                "capture_method",
                "confirm",
                "confirmation_method",
                "payment_method",
                "payment_method_types",
                "automatic_payment_methods",
                "metadata",
                "description",
                "receipt_email",
                "statement_descriptor",
                "return_url",
                "error_on_requires_action",
                "off_session",
                "expand");
        String currency = Amounts.currency(params);
        long amount = Amounts.amount(params, "amount", currency);
        JsonObject intent = open(posting, amount, currency, params)
                .set("automatic_payment_methods", automatic(params))
                .set("payment_method_types", types(params))
                .build();
        if (params.text("payment_method") != null) {
            JsonObject method = PaymentMethods.use(posting, params.text("payment_method"));
            intent = Fields.of(intent)
                    .set("payment_method", method.getString("id"))
                    .set("status", "requires_confirmation")
                    .build();
        }
        posting.put(intent);
        posting.tell("payment_intent.created", intent);
        if (!params.flag("confirm")) {
            return intent;
        }
        return authorise(posting, intent, params);
    }

    /** Returns a new intent with no payment method; {@code params} are those that API and Checkout share. */
    public static Fields open(Posting posting, long amount, String currency, Params params) {
        String id = posting.identifiers().next("pi_");
        return Fields.none()
                .set("id", id)
                .set("object", KIND)
                .set("amount", amount)
                .set("amount_capturable", 0)
                .set("amount_details", Fields.none().set("tip", JsonValue.EMPTY_JSON_OBJECT))
                .set("amount_received", 0)
                .nulls(
                        "application",
                        "application_fee_amount",
                        "automatic_payment_methods",
                        "canceled_at",
                        "cancellation_reason")
                .set("capture_method", params.oneOf("capture_method", "automatic", "automatic", "manual"))
                .set("client_secret", id + "_secret_" + posting.identifiers().letters(25))
                .set("confirmation_method", params.oneOf("confirmation_method", "automatic", "automatic"))
                .set("created", posting.second())
                .set("currency", currency)
                .nulls("customer")
                .set("description", params.text("description"))
                .nulls("last_payment_error", "latest_charge")
                .set("livemode", false)
                .set("metadata", params.metadata(Map.of()))
                .nulls("next_action", "on_behalf_of", "payment_method")
                .set(
                        "payment_method_options",
                        Fields.none()
                                .set(
                                        "card",
                                        Fields.none()
                                                .nulls("installments", "mandate_options", "network")
                                                .set("request_three_d_secure", "automatic")))
                .set("payment_method_types", List.of("card"))
                .nulls("processing")
                .set("receipt_email", params.text("receipt_email"))
                .nulls("review", "setup_future_usage", "shipping", "source")
                .set("statement_descriptor", params.text("statement_descriptor"))
                .nulls("statement_descriptor_suffix")
                .set("status", "requires_payment_method")
                .nulls("transfer_data", "transfer_group");
    }

    private static JsonValue automatic(Params params) {
        boolean typesGiven = params.has("payment_method_types");
        Params part = params.part("automatic_payment_methods").only("enabled", "allow_redirects");
        if (typesGiven && part.flag("enabled")) {
            throw params.invalid(
                    "payment_method_types",
                    "You may only specify one of these parameters: "
                            + "automatic_payment_methods, payment_method_types.");
        }
        if (typesGiven || part.has("enabled") && !part.flag("enabled")) {
            return JsonValue.NULL;
        }
        return Fields.none()
                .set("allow_redirects", part.oneOf("allow_redirects", "always", "always", "never"))
                .set("enabled", true)
                .build();
    }

    private static List<String> types(Params params) {
        List<String> types = params.texts("payment_method_types");
        if (!types.isEmpty() && !types.equals(List.of("card"))) {
            throw params.invalid("payment_method_types", "The sandbox offers only the payment method type card.");
        }
        return List.of("card");
    }

    public JsonObject update(Posting posting, String id, Params params) {
        params.only("metadata", "description", "receipt_email", "expand");
        JsonObject intent = posting.require(id, KIND, "intent");
        Fields changed = Fields.of(intent).set("metadata", params.metadata(metadata(intent)));
        if (params.has("description")) {
            changed.set("description", params.text("description"));
        }
        if (params.has("receipt_email")) {
            changed.set("receipt_email", params.text("receipt_email"));
        }
        return posting.put(changed.build());
    }

    private static Map<String, String> metadata(JsonObject object) {
        Map<String, String> metadata = new LinkedHashMap<>();
        object.getJsonObject("metadata")
                .keySet()
                .forEach(key ->
                        metadata.put(key, object.getJsonObject("metadata").getString(key)));
        return metadata;
    }

    public JsonObject confirm(Posting posting, String id, Params params) {
        params.only(
                "payment_method",
                "return_url",
                "capture_method",
                "receipt_email",
                "error_on_requires_action",
                "off_session",
                "expand");
        JsonObject intent = posting.require(id, KIND, "intent");
        if (intent.containsKey("_session")) {
            throw params.invalid("intent", "You cannot confirm this PaymentIntent because it was created by Checkout.");
        }
        if (!CONFIRMABLE.contains(intent.getString("status"))) {
            throw unexpected(
                    "You cannot confirm this PaymentIntent because it has a status of %s. Only a "
                            + "PaymentIntent with one of the following statuses may be confirmed: %s.",
                    intent, CONFIRMABLE);
        }
        if (params.text("capture_method") != null) {
            intent = Fields.of(intent)
                    .set("capture_method", params.oneOf("capture_method", "automatic", "automatic", "manual"))
                    .build();
        }
        if (params.text("receipt_email") != null) {
            intent = Fields.of(intent)
                    .set("receipt_email", params.text("receipt_email"))
                    .build();
        }
        if (params.text("payment_method") != null) {
            JsonObject method = PaymentMethods.use(posting, params.text("payment_method"));
            intent = Fields.of(intent)
                    .set("payment_method", method.getString("id"))
                    .build();
        }
        return authorise(posting, intent, params);
    }

    private JsonObject authorise(Posting posting, JsonObject intent, Params params) {
        if (!Fields.has(intent, "payment_method")) {
            throw unexpected(
                    "You cannot confirm this PaymentIntent because it's missing a payment method. You can "
                            + "either update the PaymentIntent with a payment method and then confirm it again, or"
                            + " confirm it "
                            + "again directly with a payment method.",
                    intent,
                    List.of());
        }
        JsonObject automatic = Fields.object(intent, "automatic_payment_methods");
        if (params.text("return_url") == null
                && automatic != null
                && automatic.getString("allow_redirects").equals("always")) {
            throw Refusal.invalid(
                    "This PaymentIntent is configured to accept payment methods enabled in your "
                            + "Dashboard. Because some of these payment methods might redirect your customer off of"
                            + " your page, "
                            + "you must provide a `return_url`. If you don't want to accept redirect-based payment"
                            + " methods, "
                            + "set `automatic_payment_methods[enabled]` to `true` and "
                            + "`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents"
                            + " and Payment "
                            + "Intents.",
                    null,
                    "return_url");
        }
        JsonObject method = posting.find(intent.getString("payment_method"));
        return authorisation.attempt(
                posting,
                intent,
                method,
                params.url("return_url"),
                params.flag("error_on_requires_action") || params.flag("off_session"));
    }

    public JsonObject capture(Posting posting, String id, Params params) {
        params.only("amount_to_capture", "metadata", "expand");
        JsonObject intent = posting.require(id, KIND, "intent");
        if (intent.getString("status").equals("succeeded")) {
            throw unexpected(
                    "This PaymentIntent could not be captured because it has already been captured.",
                    intent,
                    List.of());
        }
        if (!intent.getString("status").equals("requires_capture")) {
            throw unexpected(
                    "This PaymentIntent could not be captured because it has a status of %s. Only a "
                            + "PaymentIntent with one of the following statuses may be captured: %s.",
                    intent, List.of("requires_capture"));
        }
        long held = Fields.number(intent, "amount_capturable");
        long amount = params.number("amount_to_capture", held);
        if (amount > held) {
            throw Refusal.invalid(
                    "The payment could not be captured because the requested capture amount is greater "
                            + "than the amount you can capture for this charge.",
                    "amount_too_large",
                    "amount_to_capture");
        }
        Amounts.check(amount, intent.getString("currency"), "amount_to_capture", "Amount");
        return Authorisation.capture(
                posting,
                Fields.of(intent)
                        .set("metadata", params.metadata(metadata(intent)))
                        .build(),
                amount);
    }

    public JsonObject cancel(Posting posting, String id, Params params) {
        params.only("cancellation_reason", "expand");
        JsonObject intent = posting.require(id, KIND, "intent");
        String status = intent.getString("status");
        if (!CANCELABLE.contains(status)) {
            throw unexpected(
                    "You cannot cancel this PaymentIntent because it has a status of %s. Only a PaymentIntent "
                            + "with one of the following statuses may be canceled: %s.",
                    intent, CANCELABLE);
        }
        if (intent.containsKey("_session") && !status.equals("requires_capture")) {
            throw params.invalid(
                    "intent",
                    "You cannot cancel this PaymentIntent because it was created by Checkout. "
                            + "Expire the Checkout Session " + intent.getString("_session") + " instead.");
        }
        return Authorisation.cancel(
                posting,
                intent,
                params.oneOf(
                        "cancellation_reason", null, "duplicate", "fraudulent", "requested_by_customer", "abandoned"));
    }

    private static Refusal unexpected(String message, JsonObject intent, List<String> allowed) {
        return Refusal.unexpectedState(
                message.formatted(intent.getString("status"), String.join(", ", allowed)), Expansion.shown(intent));
    }
}
