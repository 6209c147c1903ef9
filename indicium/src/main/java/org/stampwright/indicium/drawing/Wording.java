package org.stampwright.indicium.drawing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;

/** What a stamp says in words and figures. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");

    /**
     * W is the widest of the letters, M the next, and every figure is as wide as another; MAY is the widest month, MWK (454)
     * the widest currency, and a serial number of W alone is not issued with a check character as wide.
     */
    private static final IndiciumContent WIDEST = IndiciumContent.builder()
            .certificateSerial(new CertificateSerial(1))
            .manufacturer("WW")
            .model("WW")
            .psdSerial(new PsdSerial(10_000_000))
            .postage(IndiciumContent.MAXIMUM_POSTAGE)
            .date(LocalDate.of(2000, 5, 10))
            .softwareId("W")
            .rateCategory("WWWW")
            .licence(new LicenceNumber(LicenceNumber.MAXIMUM))
            .labelSerial(new LabelSerial("WWWWWWWWMW"))
            .labelPosition(10_000)
            .frankedOn(IndiciumContent.FIRST_DAY)
            .currency(454)
            .country("WW")
            .build();

    private Wording() {}

    /** A stamp that says the longest that a stamp can say, in the design of this system. */
    static StampDrawing longest() {
        return StampDrawing.of(WIDEST.specimen());
    }

    /** The value with its currency's sign, or its code where it has none. */
    static String value(IndiciumContent content) {
        Money postage = content.postage();
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getNumericCode() == content.currency())
                .map(Currency::getCurrencyCode)
                .sorted()
                .findFirst()
                .map(code -> SIGNS.getOrDefault(code, code + " ") + postage)
                .orElse(postage.toString());
    }

    /** The rate's name, and the category that the content holds where that is another word. */
    static List<String> rate(StampDrawing drawing) {
        String category = drawing.indicium().content().rateCategory();
        return drawing.rate().isBlank() || drawing.rate().equalsIgnoreCase(category)
                ? List.of(category)
                : List.of(drawing.rate(), category);
    }

    static String date(IndiciumContent content) {
        return content.date() == null ? "ANY DAY" : DAY.format(content.date()).toUpperCase(Locale.ENGLISH);
    }

    static String device(IndiciumContent content) {
        return content.manufacturer() + content.model() + " " + content.psdSerial();
    }

    static String label(IndiciumContent content) {
        String serial = content.labelSerial().grouped();
        return content.labelPosition() == 0 ? serial : serial + " · " + content.labelPosition();
    }
}
