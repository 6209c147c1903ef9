package org.stampwright.cardsandbox.payment;

import jakarta.json.JsonObject;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Expansion;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Refusal;

/** Moves an intent on when a card is tried, when a payer authenticates, and when a hold is captured or released. */
public final class Authorisation {
    private static final String NOT_AUTHENTICATED = "The provided PaymentMethod has failed authentication. You can "
            + "provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.";

    private final String publicUrl;

    public Authorisation(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Tries the card. A decline stays on the intent as a failed charge and is returned as Stripe's card error. */
    public JsonObject attempt(
            Posting posting, JsonObject intent, JsonObject method, String returnUrl, boolean actionIsError) {
        TestCard card = PaymentMethods.card(method);
        return switch (card.conduct()) {
            case PAYS -> authorise(posting, intent, method, false);
            case DECLINES -> throw decline(posting, intent, method, card);
            case AUTHENTICATES -> {
                if (actionIsError) {
                    throw fail(
                            posting,
                            intent,
                            method,
                            Fields.none()
                                    .set("type", "card_error")
                                    .set("code", "authentication_required")
                                    .set("decline_code", "authentication_not_handled")
                                    .set(
                                            "message",
                                            "This payment required an authentication action to complete, but "
                                                    + "`error_on_requires_action` or `off_session` was set."));
                }
                yield ask(posting, intent, method, returnUrl);
            }
        };
    }

    private static JsonObject authorise(Posting posting, JsonObject intent, JsonObject method, boolean authenticated) {
        JsonObject charge = Charges.authorised(posting, intent, method, authenticated);
        boolean manual = intent.getString("capture_method").equals("manual");
        Fields held = settled(intent)
                .set("payment_method", method.getString("id"))
                .set("latest_charge", charge.getString("id"))
                .nulls("last_payment_error");
        if (manual) {
            held.set("status", "requires_capture")
                    .set("amount_capturable", intent.getJsonNumber("amount"))
                    .set("_ends_at", posting.now().plus(Charges.HOLD).getEpochSecond());
        } else {
            held.set("status", "succeeded").set("amount_received", intent.getJsonNumber("amount"));
        }
        JsonObject result = posting.put(held.build());
        posting.tell("charge.succeeded", charge);
        posting.tell(manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", result);
        return result;
    }

    /** Returns the intent with no action left for the payer. */
    private static Fields settled(JsonObject intent) {
        return Fields.of(intent).nulls("next_action", "_authentication", "_return_url", "_ends_at");
    }

    private JsonObject ask(Posting posting, JsonObject intent, JsonObject method, String returnUrl) {
        String token = posting.identifiers().letters(32);
        String url = publicUrl + "/authenticate/" + intent.getString("id") + "/" + token;
        Fields action = returnUrl == null
                ? Fields.none()
                        .set("type", "use_stripe_sdk")
                        .set(
                                "use_stripe_sdk",
                                Fields.none()
                                        .set("type", "three_d_secure_redirect")
                                        .set("stripe_js", url))
                : Fields.none()
                        .set("type", "redirect_to_url")
                        .set(
                                "redirect_to_url",
                                Fields.none().set("return_url", returnUrl).set("url", url));
        JsonObject result = posting.put(Fields.of(intent)
                .set("payment_method", method.getString("id"))
                .set("status", "requires_action")
                .set("next_action", action)
                .set("_authentication", token)
                .set("_return_url", returnUrl)
                .build());
        posting.tell("payment_intent.requires_action", result);
        return result;
    }

    /** Ends the payer's authentication; the intent is then held, or needs another payment method. */
    public static JsonObject authenticated(Posting posting, JsonObject intent, boolean approved) {
        JsonObject method = posting.find(intent.getString("payment_method"));
        if (approved) {
            return authorise(posting, intent, method, true);
        }
        JsonObject error = Fields.none()
                .set("type", "invalid_request_error")
                .set("code", "payment_intent_authentication_failure")
                .set("message", NOT_AUTHENTICATED)
                .set("doc_url", "https://stripe.com/docs/error-codes/payment-intent-authentication-failure")
                .set("payment_method", Expansion.shown(method))
                .build();
        return tryAgain(
                posting, settled(intent).set("last_payment_error", error).build());
    }

    private static Refusal decline(Posting posting, JsonObject intent, JsonObject method, TestCard card) {
        String id = posting.identifiers().next("ch_");
        return fail(posting, Fields.of(intent).set("latest_charge", id).build(), method, card.declines(id));
    }

    private static Refusal fail(Posting posting, JsonObject intent, JsonObject method, Fields reason) {
        JsonObject error = reason.set("payment_method", Expansion.shown(method)).build();
        if (error.containsKey("charge")) {
            JsonObject charge = Charges.failed(posting, intent, method, error.getString("charge"), error);
            posting.tell("charge.failed", charge);
        }
        JsonObject failed = tryAgain(
                posting, settled(intent).set("last_payment_error", error).build());
        return Refusal.card(error, Expansion.shown(failed));
    }

    private static JsonObject tryAgain(Posting posting, JsonObject intent) {
        JsonObject result = posting.put(Fields.of(intent)
                .set("status", "requires_payment_method")
                .nulls("payment_method")
                .build());
        posting.tell("payment_intent.payment_failed", result);
        return result;
    }

    /** Captures {@code amount} of the hold and releases the rest. */
    public static JsonObject capture(Posting posting, JsonObject intent, long amount) {
        JsonObject charge = Charges.capture(posting, posting.find(intent.getString("latest_charge")), amount);
        JsonObject result = posting.put(settled(intent)
                .set("status", "succeeded")
                .set("amount_capturable", 0)
                .set("amount_received", amount)
                .build());
        JsonObject session = session(posting, intent);
        if (session != null) {
            posting.put(Fields.of(session).set("payment_status", "paid").build());
        }
        posting.tell("charge.captured", charge);
        posting.tell("payment_intent.succeeded", result);
        return result;
    }

    /** Releases any hold and cancels the intent. */
    public static JsonObject cancel(Posting posting, JsonObject intent, String reason) {
        if (intent.getString("status").equals("requires_capture")) {
            JsonObject charge = Charges.release(posting, posting.find(intent.getString("latest_charge")));
            posting.tell("charge.refunded", charge);
        }
        JsonObject result = posting.put(settled(intent)
                .set("status", "canceled")
                .set("amount_capturable", 0)
                .set("canceled_at", posting.second())
                .set("cancellation_reason", reason)
                .build());
        posting.tell("payment_intent.canceled", result);
        return result;
    }

    /** Returns the Checkout Session that created the intent, or null. */
    public static JsonObject session(Posting posting, JsonObject intent) {
        return Fields.has(intent, "_session") ? posting.find(intent.getString("_session")) : null;
    }
}
