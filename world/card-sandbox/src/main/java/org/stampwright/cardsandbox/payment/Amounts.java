package org.stampwright.cardsandbox.payment;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.stampwright.cardsandbox.http.Params;
import org.stampwright.cardsandbox.http.Refusal;

/** Amounts in whole minor units, with Stripe's minimum and maximum charge for each currency. */
public final class Amounts {
    private static final long MOST = 99_999_999;
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("usd", 50L),
            Map.entry("eur", 50L),
            Map.entry("gbp", 30L),
            Map.entry("cad", 50L),
            Map.entry("aud", 50L),
            Map.entry("nzd", 50L),
            Map.entry("chf", 50L),
            Map.entry("jpy", 50L),
            Map.entry("sek", 300L),
            Map.entry("nok", 300L),
            Map.entry("dkk", 250L),
            Map.entry("pln", 200L),
            Map.entry("czk", 1500L),
            Map.entry("huf", 17500L),
            Map.entry("hkd", 400L),
            Map.entry("sgd", 50L),
            Map.entry("mxn", 1000L),
            Map.entry("brl", 50L),
            Map.entry("inr", 50L));

    private Amounts() {}

    /** Returns the currency's code in lower case. */
    public static String currency(Params params) {
        String code = params.required("currency").toLowerCase(Locale.ROOT);
        if (!LEAST.containsKey(code)) {
            throw params.invalid(
                    "currency",
                    "Invalid currency: " + code + ". The sandbox supports: "
                            + String.join(", ", LEAST.keySet().stream().sorted().toList()));
        }
        return code;
    }

    static long amount(Params params, String name, String currency) {
        long amount = params.requiredNumber(name);
        check(amount, currency, name, "Amount");
        return amount;
    }

    public static void check(long amount, String currency, String param, String what) {
        if (amount < 0) {
            throw Refusal.parameter(
                    "This value must be greater than or equal to 0.", "parameter_invalid_integer", param);
        }
        if (amount < LEAST.get(currency)) {
            throw Refusal.invalid(
                    what + " must be at least " + shown(LEAST.get(currency), currency) + " " + currency,
                    "amount_too_small",
                    param);
        }
        if (amount > MOST) {
            throw Refusal.invalid(
                    what + " must be no more than " + shown(MOST, currency) + " " + currency,
                    "amount_too_large",
                    param);
        }
    }

    /** Formats an amount for display, for example {@code $1.64}. */
    public static String shown(long amount, String code) {
        Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(amount, currency.getDefaultFractionDigits()));
    }
}
