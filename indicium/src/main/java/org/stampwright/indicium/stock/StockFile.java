package org.stampwright.indicium.stock;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.stampwright.indicium.stock.UnusableStock.Flaw;

/**
 * A kind of label stock as a Java properties file in UTF-8. A length is in millimetres, or in inches if it ends in
 * {@code in}, because American stock is made in fractions of inches. A print job carries stock that the helper does not
 * know in the form that {@link #write} writes.
 */
public final class StockFile {

    private static final List<String> KEYS = List.of(
            "code",
            "name",
            "paper.width",
            "paper.height",
            "rows",
            "columns",
            "margin.left",
            "margin.top",
            "pitch.x",
            "pitch.y",
            "label.width",
            "label.height",
            "corner.radius",
            "strip");
    private static final double MM_PER_INCH = 25.4;

    private StockFile() {}

    /**
     * Reads one kind of stock.
     *
     * @param source name of the file, for refusals
     * @throws UnusableStock if a key is missing, unknown or not a number, or the geometry is unusable
     */
    public static LabelStock read(String source, Reader in) throws IOException {
        Properties file = new Properties();
        try {
            file.load(in);
        } catch (IllegalArgumentException malformed) {
            throw new UnusableStock(source, Flaw.UNREADABLE, malformed.getMessage());
        }
        Set<String> odd = new TreeSet<>(file.stringPropertyNames());
        KEYS.forEach(odd::remove);
        if (!odd.isEmpty()) {
            throw new UnusableStock(source, Flaw.UNREADABLE, "unknown keys " + odd);
        }
        return new LabelStock(
                text(source, file, "code"),
                text(source, file, "name"),
                length(source, file, "paper.width"),
                length(source, file, "paper.height"),
                number(source, file, "rows"),
                number(source, file, "columns"),
                length(source, file, "margin.left"),
                length(source, file, "margin.top"),
                length(source, file, "pitch.x"),
                length(source, file, "pitch.y"),
                length(source, file, "label.width"),
                length(source, file, "label.height"),
                length(source, file, "corner.radius"),
                length(source, file, "strip"));
    }

    /** Returns the same as text that {@link #read} reads, lengths in millimetres. */
    public static String write(LabelStock stock) {
        Object[] values = {
            stock.code(),
            stock.name(),
            stock.paperWidth(),
            stock.paperHeight(),
            stock.rows(),
            stock.columns(),
            stock.marginLeft(),
            stock.marginTop(),
            stock.pitchX(),
            stock.pitchY(),
            stock.labelWidth(),
            stock.labelHeight(),
            stock.cornerRadius(),
            stock.strip()
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(KEYS.get(i))
                    .append('=')
                    .append(text(values[i]).replace("\\", "\\\\"))
                    .append('\n');
        }
        return text.toString();
    }

    /** Formats a length without an exponent, which no file may have. */
    private static String text(Object value) {
        return value instanceof Double length ? BigDecimal.valueOf(length).toPlainString() : value.toString();
    }

    private static String text(String source, Properties file, String key) {
        String value = file.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new UnusableStock(source, Flaw.UNREADABLE, "the key " + key + " is missing");
        }
        return value.strip();
    }

    private static int number(String source, Properties file, String key) {
        String value = text(source, file, key);
        if (!value.matches("[0-9]{1,5}")) {
            throw new UnusableStock(source, Flaw.UNREADABLE, key + " must be a whole number, not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    private static double length(String source, Properties file, String key) {
        String value = text(source, file, key);
        if (!value.matches("[0-9]{1,4}(\\.[0-9]{1,40})?( ?(in|mm))?")) {
            throw new UnusableStock(
                    source, Flaw.UNREADABLE, key + " must be a length like 38.1 or 1.5 in, not \"" + value + "\"");
        }
        double number = Double.parseDouble(value.replaceAll(" ?(in|mm)$", ""));
        return value.endsWith("in") ? number * MM_PER_INCH : number;
    }
}
