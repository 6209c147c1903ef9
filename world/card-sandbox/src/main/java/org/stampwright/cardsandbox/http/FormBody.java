package org.stampwright.cardsandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser for form encoding with brackets, as Stripe's clients send it in bodies and queries: {@code a[b][0][c]=v}
 * nests, {@code a[]=v} appends.
 */
public final class FormBody {
    private static final Pattern KEY = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)\\]");

    private FormBody() {}

    public static Params parse(String encoded) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(values, key, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Params("", values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.parameter("Invalid form encoding: " + text, null, null);
        }
    }

    private static void put(Map<String, Object> values, String key, String value) {
        Matcher whole = KEY.matcher(key);
        if (!whole.matches()) {
            throw Refusal.parameter("Invalid parameter name: " + key, "parameter_unknown", key);
        }
        Map<String, Object> place = values;
        String name = whole.group(1);
        Matcher bracket = BRACKET.matcher(whole.group(2));
        while (bracket.find()) {
            place = inner(place, name, key);
            name = bracket.group(1).isEmpty() ? Integer.toString(place.size()) : bracket.group(1);
        }
        if (place.put(name, value) instanceof Map) {
            throw Refusal.parameter("Duplicate parameter: " + key, null, key);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> place, String name, String key) {
        Object there = place.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
        if (!(there instanceof Map)) {
            throw Refusal.parameter("Duplicate parameter: " + key, null, key);
        }
        return (Map<String, Object>) there;
    }
}
