package org.stampwright.cardsandbox.payment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stampwright.cardsandbox.http.Params;

/** The payer's card form: the input, and the error for each field. */
public record CardForm(String number, String expiry, String cvc, String holder, Map<String, String> errors) {
    public static final String NUMBER = "cardNumber";
    public static final String EXPIRY = "cardExpiry";
    public static final String CVC = "cardCvc";
    public static final String HOLDER = "billingName";
    private static final String DIGITS = "\\d{12,19}";
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})\\s*/?\\s*(\\d{2}|\\d{4})");

    public static CardForm empty() {
        return new CardForm("", "", "", "", Map.of());
    }

    public static CardForm read(Params params, Instant now) {
        CardForm typed = new CardForm(
                digits(params.text(NUMBER)),
                plain(params.text(EXPIRY)),
                digits(params.text(CVC)),
                plain(params.text(HOLDER)),
                new LinkedHashMap<>());
        typed.checkNumber();
        typed.checkExpiry(YearMonth.from(now.atZone(ZoneOffset.UTC)));
        if (typed.cvc.length() < 3 || typed.cvc.length() > 4) {
            typed.errors.put(CVC, "Your card's security code is incomplete.");
        }
        if (typed.holder.isEmpty()) {
            typed.errors.put(HOLDER, "Enter the name as shown on the card.");
        }
        return typed;
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    private static String digits(String text) {
        return plain(text).replaceAll("[\\s-]", "");
    }

    private void checkNumber() {
        if (!number.matches(DIGITS)) {
            errors.put(
                    NUMBER,
                    number.matches("\\d*") ? "Your card number is incomplete." : "A card number contains only digits.");
        } else if (!checksumHolds(number)) {
            errors.put(NUMBER, "Your card number is invalid.");
        }
    }

    /** Returns whether these digits form a valid card number. */
    static boolean isCardNumber(String digits) {
        return digits.matches(DIGITS) && checksumHolds(digits);
    }

    /**
     * Checks the number by ISO/IEC 7812: every second digit from the right is doubled, and the sum of all digits is a
     * multiple of ten.
     */
    private static boolean checksumHolds(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    private void checkExpiry(YearMonth now) {
        YearMonth month = expiryMonth();
        if (month == null) {
            errors.put(EXPIRY, "Your card's expiration date is incomplete or invalid.");
        } else if (month.isBefore(now)) {
            errors.put(EXPIRY, "Your card's expiration date is in the past.");
        } else if (month.isAfter(now.plusYears(50))) {
            errors.put(EXPIRY, "Your card's expiration year is invalid.");
        }
    }

    private YearMonth expiryMonth() {
        Matcher typed = MONTH_YEAR.matcher(expiry);
        if (!typed.matches()) {
            return null;
        }
        int month = Integer.parseInt(typed.group(1));
        int year = Integer.parseInt(typed.group(2));
        return month < 1 || month > 12 ? null : YearMonth.of(year < 100 ? 2000 + year : year, month);
    }

    /** Returns the same form after the card was declined, with the reason at the field concerned. */
    public CardForm declined(String code, String declineCode, String message) {
        String field =
                switch (code) {
                    case "expired_card" -> EXPIRY;
                    case "incorrect_cvc" -> CVC;
                    default -> NUMBER;
                };
        String hint = "generic_decline".equals(declineCode) || "insufficient_funds".equals(declineCode)
                ? message + " Please try another card."
                : message;
        return new CardForm(number, expiry, cvc, holder, Map.of(field, hint));
    }

    /** Returns what is stored of a form without errors. */
    public PaymentMethods.Card card(String email) {
        YearMonth month = expiryMonth();
        return new PaymentMethods.Card(
                TestCard.ofNumber(number),
                number.substring(number.length() - 4),
                month.getMonthValue(),
                month.getYear(),
                holder,
                email);
    }
}
