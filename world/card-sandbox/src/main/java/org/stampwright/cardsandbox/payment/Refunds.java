package org.stampwright.cardsandbox.payment;

import jakarta.json.JsonObject;
import java.util.Map;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;

/** Refunds: a captured amount is returned in whole or in parts, never more than was captured. */
public final class Refunds {
    public static final String KIND = "refund";

    private Refunds() {}

    public static JsonObject create(Posting posting, Params params) {
        params.only("payment_intent", "charge", "amount", "reason", "metadata", "expand");
        JsonObject charge = charge(posting, params);
        long left = Charges.refundable(charge);
        if (left == 0) {
            throw Refusal.invalid(
                    "Charge " + charge.getString("id") + " has already been refunded.",
                    "charge_already_refunded",
                    null);
        }
        long amount = params.number("amount", left);
        if (amount < 1) {
            throw params.invalid("amount", "Invalid positive integer");
        }
        if (amount > left) {
            String currency = charge.getString("currency");
            throw params.invalid(
                    "amount",
                    "Refund amount (" + Amounts.shown(amount, currency)
                            + ") is greater than unrefunded amount on charge (" + Amounts.shown(left, currency) + ")");
        }
        JsonObject refund = posting.put(refund(posting, params, charge, amount));
        JsonObject after = Charges.refund(posting, charge, amount);
        posting.tell("refund.created", refund);
        posting.tell("charge.refunded", after);
        return refund;
    }

    private static JsonObject charge(Posting posting, Params params) {
        if (params.text("charge") == null && params.text("payment_intent") == null) {
            throw Refusal.parameter(
                    "One of the following params should be provided for this request: payment_intent " + "or charge.",
                    "parameter_missing",
                    "payment_intent");
        }
        String id = params.text("charge");
        if (id == null) {
            JsonObject intent = posting.require(params.text("payment_intent"), PaymentIntents.KIND, "payment_intent");
            if (!intent.getString("status").equals("succeeded")) {
                throw params.invalid(
                        "payment_intent",
                        "This PaymentIntent (" + intent.getString("id")
                                + ") does not have a successful charge to refund.");
            }
            id = intent.getString("latest_charge");
        }
        JsonObject charge = posting.require(id, Charges.KIND, "charge");
        if (!charge.getBoolean("captured")) {
            throw params.invalid("charge", "Charge " + id + " was not captured; cancel its PaymentIntent instead.");
        }
        return charge;
    }

    private static JsonObject refund(Posting posting, Params params, JsonObject charge, long amount) {
        return Fields.none()
                .set("id", posting.identifiers().next("re_"))
                .set("object", KIND)
                .set("amount", amount)
                .nulls("balance_transaction")
                .set("charge", charge.getString("id"))
                .set("created", posting.second())
                .set("currency", charge.getString("currency"))
                .set(
                        "destination_details",
                        Fields.none()
                                .set("type", "card")
                                .set(
                                        "card",
                                        Fields.none()
                                                .set("reference_status", "pending")
                                                .set("reference_type", "acquirer_reference_number")
                                                .set("type", "refund")))
                .set("metadata", params.metadata(Map.of()))
                .set("payment_intent", charge.get("payment_intent"))
                .set("reason", params.oneOf("reason", null, "duplicate", "fraudulent", "requested_by_customer"))
                .nulls("receipt_number", "source_transfer_reversal")
                .set("status", "succeeded")
                .nulls("transfer_reversal")
                .build();
    }
}
