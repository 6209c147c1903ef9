package org.stampwright.cardsandbox.payment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stampwright.cardsandbox.http.Fields;

/** Stripe's test cards and their behaviour when charged. No other card is ever accepted. */
enum TestCard {
    VISA("4242424242424242", "visa", List.of("pm_card_visa"), Conduct.PAYS, null, null, null),
    MASTERCARD("5555555555554444", "mastercard", List.of("pm_card_mastercard"), Conduct.PAYS, null, null, null),
    DECLINED(
            "4000000000000002",
            "visa",
            List.of("pm_card_chargeDeclined", "pm_card_visa_chargeDeclined"),
            Conduct.DECLINES,
            "card_declined",
            "generic_decline",
            "Your card was declined."),
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "visa",
            List.of("pm_card_chargeDeclinedInsufficientFunds", "pm_card_visa_chargeDeclinedInsufficientFunds"),
            Conduct.DECLINES,
            "card_declined",
            "insufficient_funds",
            "Your card has insufficient funds."),
    EXPIRED(
            "4000000000000069",
            "visa",
            List.of("pm_card_chargeDeclinedExpiredCard", "pm_card_visa_chargeDeclinedExpiredCard"),
            Conduct.DECLINES,
            "expired_card",
            "expired_card",
            "Your card has expired."),
    INCORRECT_CVC(
            "4000000000000127",
            "visa",
            List.of("pm_card_chargeDeclinedIncorrectCvc", "pm_card_visa_chargeDeclinedIncorrectCvc"),
            Conduct.DECLINES,
            "incorrect_cvc",
            "incorrect_cvc",
            "Your card's security code is incorrect."),
    AUTHENTICATES(
            "4000002760003184",
            "visa",
            List.of("pm_card_authenticationRequired", "pm_card_visa_authenticationRequired"),
            Conduct.AUTHENTICATES,
            null,
            null,
            null),
    THREE_D_SECURE(
            "4000000000003220",
            "visa",
            List.of("pm_card_threeDSecure2Required", "pm_card_threeDSecureRequired"),
            Conduct.AUTHENTICATES,
            null,
            null,
            null),
    /** Any other valid card number. */
    LIVE(
            "",
            "unknown",
            List.of(),
            Conduct.DECLINES,
            "card_declined",
            "test_mode_live_card",
            "Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of "
                    + "valid test cards, visit: https://stripe.com/docs/testing.");

    /** The outcome of a charge. */
    enum Conduct {
        PAYS,
        DECLINES,
        AUTHENTICATES
    }

    private final String number;
    private final String brand;
    private final List<String> names;
    private final Conduct conduct;
    private final String code;
    private final String declineCode;
    private final String message;

    TestCard(
            String number,
            String brand,
            List<String> names,
            Conduct conduct,
            String code,
            String declineCode,
            String message) {
        this.number = number;
        this.brand = brand;
        this.names = names;
        this.conduct = conduct;
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
    }

    /** Returns the card with this number (digits only); {@link #LIVE} if it is not a test card. */
    static TestCard ofNumber(String digits) {
        Optional<TestCard> card = Arrays.stream(values())
                .filter(known -> known.number.equals(digits))
                .findAny();
        return card.orElse(LIVE);
    }

    String brand() {
        return brand;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    /** Returns the names under which the API offers it as a payment method. */
    List<String> names() {
        return names;
    }

    Conduct conduct() {
        return conduct;
    }

    /** Returns the error for a decline; {@code charge} is the failed charge's id. */
    Fields declines(String charge) {
        return Fields.none()
                .set("type", "card_error")
                .set("code", code)
                .set("decline_code", declineCode)
                .set("message", message)
                .set("charge", charge)
                .set("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }
}
