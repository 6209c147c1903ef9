package org.stampwright.cardsandbox.payment;

import jakarta.json.JsonObject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Idempotency;

/** Cards as payment methods: brand, last four digits and expiry; the number is never stored. */
public final class PaymentMethods {
    public static final String KIND = "payment_method";

    /** The stored part of a payer's input. */
    public record Card(TestCard card, String lastFour, int expiryMonth, int expiryYear, String holder, String email) {}

    private PaymentMethods() {}

    /** Adds the well-known payment methods of the test cards to the books, once. */
    public static void seed(Posting posting) {
        ZonedDateTime now = posting.now().atZone(ZoneOffset.UTC);
        for (TestCard card : TestCard.values()) {
            for (String name : card.names()) {
                if (posting.find(name) == null) {
                    Card details = new Card(card, card.lastFour(), now.getMonthValue(), now.getYear() + 2, null, null);
                    posting.put(paymentMethod(name, details, posting.second()));
                }
            }
        }
    }

    /**
     * Creates a payment method from a card number, as the API accepts it; the number of a card that is not a test card
     * is declined at the charge.
     */
    public static JsonObject create(Posting posting, Params params) {
        params.only("type", "card", "billing_details", "expand").required("type");
        params.oneOf("type", null, "card");
        Params card = params.part("card").only("number", "exp_month", "exp_year", "cvc");
        Params holder = params.part("billing_details").only("name", "email");
        String number = card.required("number");
        if (!CardForm.isCardNumber(number)) {
            throw Refusal.card(Fields.none()
                    .set("type", "card_error")
                    .set("code", "incorrect_number")
                    .set("message", "Your card number is incorrect.")
                    .set("param", "number")
                    .build());
        }
        YearMonth end = end(card, YearMonth.from(posting.now().atZone(ZoneOffset.UTC)));
        return create(
                posting,
                new Card(
                        TestCard.ofNumber(number),
                        number.substring(number.length() - 4),
                        end.getMonthValue(),
                        end.getYear(),
                        holder.text("name"),
                        holder.text("email")));
    }

    private static YearMonth end(Params card, YearMonth now) {
        long month = card.requiredNumber("exp_month");
        long year = card.requiredNumber("exp_year");
        if (month < 1 || month > 12) {
            throw card.invalid("exp_month", "Your card's expiration month is invalid.");
        }
        if (year < now.getYear() || year > now.getYear() + 50) {
            throw card.invalid("exp_year", "Your card's expiration year is invalid.");
        }
        return YearMonth.of((int) year, (int) month);
    }

    public static JsonObject create(Posting posting, Card card) {
        return posting.put(paymentMethod(posting.identifiers().next("pm_"), card, posting.second()));
    }

    /** Returns the method to charge: a well-known one is copied, as at Stripe, so that each intent has its own. */
    static JsonObject use(Posting posting, String id) {
        JsonObject method = posting.find(id);
        if (method == null || !method.getString("object").equals(KIND)) {
            throw Refusal.noSuch("PaymentMethod", id, KIND);
        }
        if (!id.startsWith("pm_card_")) {
            return method;
        }
        return posting.put(Fields.of(method)
                .set("id", posting.identifiers().next("pm_"))
                .set("created", posting.second())
                .build());
    }

    public static TestCard card(JsonObject method) {
        return TestCard.valueOf(method.getString("_card"));
    }

    private static JsonObject paymentMethod(String id, Card card, long created) {
        return Fields.none()
                .set("id", id)
                .set("object", KIND)
                .set("allow_redisplay", "unspecified")
                .set(
                        "billing_details",
                        Fields.none()
                                .set(
                                        "address",
                                        Fields.none()
                                                .nulls("city", "country", "line1", "line2", "postal_code", "state"))
                                .set("email", card.email)
                                .set("name", card.holder)
                                .nulls("phone", "tax_id"))
                .set(
                        "card",
                        Fields.none()
                                .set("brand", card.card.brand())
                                .set(
                                        "checks",
                                        Fields.none()
                                                .nulls("address_line1_check", "address_postal_code_check")
                                                .set(
                                                        "cvc_check",
                                                        card.card == TestCard.INCORRECT_CVC ? "fail" : "pass"))
                                .set("country", "US")
                                .set("display_brand", card.card.brand())
                                .set("exp_month", card.expiryMonth)
                                .set("exp_year", card.expiryYear)
                                .set(
                                        "fingerprint",
                                        Idempotency.fingerprint(card.card.name() + card.lastFour)
                                                .substring(0, 16))
                                .set("funding", "credit")
                                .nulls("generated_from")
                                .set("last4", card.lastFour)
                                .nulls("networks", "regulated_status")
                                .set("three_d_secure_usage", Fields.none().set("supported", true))
                                .nulls("wallet"))
                .set("created", created)
                .nulls("customer")
                .set("livemode", false)
                .set("metadata", Fields.none())
                .set("type", "card")
                .set("_card", card.card.name())
                .build();
    }
}
