package org.stampwright.cardsandbox.payment;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;

/** Charges: one for each attempt to charge an intent's amount to a card. */
public final class Charges {
    public static final String KIND = "charge";
    /** How long a card network keeps an authorisation for the merchant. */
    static final Duration HOLD = Duration.ofDays(7);

    private Charges() {}

    /** Returns an authorised charge; it is captured at once unless the intent uses manual capture. */
    static JsonObject authorised(Posting posting, JsonObject intent, JsonObject method, boolean authenticated) {
        boolean captured = intent.getString("capture_method").equals("automatic");
        Fields charge = base(posting, intent, method, authenticated)
                .set("amount_captured", captured ? intent.getInt("amount") : 0)
                .set("captured", captured)
                .nulls("failure_code", "failure_message")
                .set(
                        "outcome",
                        Fields.none()
                                .nulls("advice_code", "network_advice_code", "network_decline_code")
                                .set("network_status", "approved_by_network")
                                .nulls("reason")
                                .set("risk_level", "normal")
                                .set("seller_message", "Payment complete.")
                                .set("type", "authorized"))
                .set("paid", true)
                .set("status", "succeeded");
        return posting.put(charge.build());
    }

    static JsonObject failed(Posting posting, JsonObject intent, JsonObject method, String id, JsonObject error) {
        Fields charge = base(posting, intent, method, false)
                .set("id", id)
                .set("amount_captured", 0)
                .set("captured", false)
                .set("failure_code", error.getString("code"))
                .set("failure_message", error.getString("message"))
                .set(
                        "outcome",
                        Fields.none()
                                .nulls("advice_code", "network_advice_code", "network_decline_code")
                                .set("network_status", "declined_by_network")
                                .set("reason", error.getString("decline_code"))
                                .set("risk_level", "normal")
                                .set(
                                        "seller_message",
                                        "The bank returned the decline code " + error.getString("decline_code") + ".")
                                .set("type", "issuer_declined"))
                .set("paid", false)
                .set("status", "failed");
        return posting.put(charge.build());
    }

    /** Returns the charge after a capture; the rest of the hold is released. */
    public static JsonObject capture(Posting posting, JsonObject charge, long amount) {
        long rest = Fields.number(charge, "amount") - amount;
        return posting.put(Fields.of(charge)
                .set("captured", true)
                .set("amount_captured", amount)
                .set("amount_refunded", rest)
                .build());
    }

    /** Returns the charge after its hold was released. */
    public static JsonObject release(Posting posting, JsonObject charge) {
        return posting.put(Fields.of(charge)
                .set("amount_refunded", Fields.number(charge, "amount"))
                .set("refunded", true)
                .build());
    }

    /** Returns the captured amount that has not been refunded yet. */
    static long refundable(JsonObject charge) {
        return Fields.number(charge, "amount") - Fields.number(charge, "amount_refunded");
    }

    static JsonObject refund(Posting posting, JsonObject charge, long amount) {
        long refunded = Fields.number(charge, "amount_refunded") + amount;
        return posting.put(Fields.of(charge)
                .set("amount_refunded", refunded)
                .set("refunded", refunded == Fields.number(charge, "amount"))
                .build());
    }

    private static Fields base(Posting posting, JsonObject intent, JsonObject method, boolean authenticated) {
        return Fields.none()
                .set("id", posting.identifiers().next("ch_"))
                .set("object", KIND)
                .set("amount", intent.getJsonNumber("amount"))
                .set("amount_refunded", 0)
                .nulls("application", "application_fee", "application_fee_amount", "balance_transaction")
                .set("billing_details", method.getJsonObject("billing_details"))
                .set("created", posting.second())
                .set("currency", intent.getString("currency"))
                .nulls("customer")
                .set("description", intent.get("description"))
                .set("disputed", false)
                .set("fraud_details", JsonValue.EMPTY_JSON_OBJECT)
                .set("livemode", intent.getBoolean("livemode"))
                .set("metadata", intent.getJsonObject("metadata"))
                .set("payment_intent", intent.getString("id"))
                .set("payment_method", method.getString("id"))
                .set("payment_method_details", details(posting, intent, method, authenticated))
                .set("receipt_email", intent.get("receipt_email"))
                .set("refunded", false)
                .nulls("review", "shipping", "transfer_data", "transfer_group")
                .set("statement_descriptor", intent.get("statement_descriptor"));
    }

    private static Fields details(Posting posting, JsonObject intent, JsonObject method, boolean authenticated) {
        JsonObject card = method.getJsonObject("card");
        Fields shown = Fields.none().set("amount_authorized", intent.getJsonNumber("amount"));
        for (String name : new String[] {
            "brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4", "wallet"
        }) {
            shown.set(name, card.get(name));
        }
        if (intent.getString("capture_method").equals("manual")) {
            shown.set("capture_before", posting.now().plus(HOLD).getEpochSecond());
        }
        if (authenticated) {
            shown.set(
                    "three_d_secure",
                    Fields.none()
                            .set("authentication_flow", "challenge")
                            .set("result", "authenticated")
                            .nulls("result_reason")
                            .set("version", "2.2.0"));
        } else {
            shown.nulls("three_d_secure");
        }
        return Fields.none()
                .set("card", shown.set("network", card.getString("brand")))
                .set("type", "card");
    }
}
