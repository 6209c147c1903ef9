package org.stampwright.cardsandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page rendered from a template: {@code {{name}}} inserts escaped text; {@code {{&name}}} inserts another page. */
public final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(&?)(\\w+)\\}\\}");

    private Page() {}

    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(resource(template)).replaceAll(place -> {
            String value = values.get(place.group(2));
            if (value == null) {
                throw new IllegalStateException(template + " requires " + place.group(2) + ".");
            }
            return Matcher.quoteReplacement(place.group(1).isEmpty() ? escape(value) : value);
        });
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The resource " + name + " cannot be read.", unreadable);
        }
    }
}
