package org.stampwright.web.storefront;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.util.regex.Pattern;
import org.stampwright.indicium.Money;

/** Converts an amount as people write it: {@code $0.82}, {@code 0.82} or {@code .82}. */
@FacesConverter("dollars")
public class Dollars implements Converter<Money> {

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+\\.)");

    @Override
    public Money getAsObject(FacesContext faces, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var amount = typed.strip().replaceFirst("^\\$\\s*", "").replaceFirst("^\\.", "0.");
        try {
            return Money.parse(amount);
        } catch (IllegalArgumentException notAnAmount) {
            throw new ConverterException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, "Type an amount like 0.82.", null), notAnAmount);
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Money amount) {
        return amount == null ? "" : amount.toString();
    }

    /** Returns the amount with its currency sign, for display: {@code $99,200.00}. */
    public static String text(Money amount) {
        return "$" + THOUSANDS.matcher(amount.toString()).replaceAll(",");
    }
}
