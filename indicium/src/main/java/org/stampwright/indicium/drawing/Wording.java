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

/** The words and figures of a stamp. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");

    /**
     * The widest content: W is the widest letter, M the next, and all figures have the same width; MAY is the widest
     * month, MWK (454) the widest currency. A serial number of W alone is not issued, because of its check character.
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

    /** Returns the stamp with the longest text, in the design of this system. */
    static StampDrawing longest() {
        return StampDrawing.of(WIDEST.specimen());
    }

    /** Returns the value with its currency's sign, or its code if it has none. */
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

    /** Returns the rate's name, and the content's category if it differs. */
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
