package org.stampwright.cardsandbox.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request's parameters, or one bracketed part of them. Each reader refuses an invalid value and names its parameter.
 */
public final class Params {
    private final String prefix;
    private final Map<String, Object> values;

    Params(String prefix, Map<String, Object> values) {
        this.prefix = prefix;
        this.values = values;
    }

    private String name(String key) {
        return prefix.isEmpty() ? key : prefix + "[" + key + "]";
    }

    /** Refuses any parameter that is not listed. */
    public Params only(String... known) {
        Set<String> names = Set.of(known);
        for (String key : values.keySet()) {
            if (!names.contains(key)) {
                throw Refusal.parameter("Received unknown parameter: " + name(key), "parameter_unknown", name(key));
            }
        }
        return this;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns a parameter's text; null if absent or empty, which unsets the field. */
    public String text(String key) {
        Object value = values.get(key);
        if (value instanceof Map) {
            throw Refusal.parameter("Invalid string: " + name(key), null, name(key));
        }
        return value == null || ((String) value).isEmpty() ? null : (String) value;
    }

    public String required(String key) {
        String value = text(key);
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    public Refusal missing(String key) {
        return Refusal.parameter("Missing required param: " + name(key) + ".", "parameter_missing", name(key));
    }

    public Refusal invalid(String key, String message) {
        return Refusal.invalid(message, null, name(key));
    }

    /** Returns a web address, or null if absent; it may contain Stripe's placeholder for the session id. */
    public String url(String key) {
        String value = text(key);
        if (value != null && !onTheWeb(value.replace("{CHECKOUT_SESSION_ID}", "id"))) {
            throw Refusal.parameter("Not a valid URL: " + value, "url_invalid", name(key));
        }
        return value;
    }

    private static boolean onTheWeb(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    public String oneOf(String key, String preset, String... allowed) {
        String value = text(key);
        if (value == null) {
            return preset;
        }
        if (!List.of(allowed).contains(value)) {
            throw Refusal.parameter(
                    "Invalid " + name(key) + ": must be one of " + String.join(", ", allowed), null, name(key));
        }
        return value;
    }

    /** Returns a whole number, or null if absent. */
    public Long number(String key) {
        String value = text(key);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException unreadable) {
            throw Refusal.parameter("Invalid integer: " + value, "parameter_invalid_integer", name(key));
        }
    }

    public long number(String key, long preset) {
        Long value = number(key);
        return value == null ? preset : value;
    }

    public long requiredNumber(String key) {
        required(key);
        return number(key);
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(oneOf(key, "false", "true", "false"));
    }

    /** Returns the bracketed part with this name; empty if absent. */
    @SuppressWarnings("unchecked")
    public Params part(String key) {
        Object value = values.get(key);
        if (value instanceof String text && !text.isEmpty()) {
            throw Refusal.parameter("Invalid object: " + name(key), null, name(key));
        }
        return new Params(name(key), value instanceof Map ? (Map<String, Object>) value : Map.of());
    }

    /** Returns the elements of a list of objects, in the order sent. */
    public List<Params> parts(String key) {
        Params list = part(key);
        return list.values.keySet().stream().map(list::part).toList();
    }

    /** Returns the elements of a list of strings, in the order sent. */
    public List<String> texts(String key) {
        Params list = part(key);
        List<String> texts = new ArrayList<>();
        list.values.keySet().forEach(index -> texts.add(list.required(index)));
        return texts;
    }

    /** Merges the metadata into the previous values; an empty value removes its key. */
    public Map<String, String> metadata(Map<String, String> before) {
        Map<String, String> result = new LinkedHashMap<>(before);
        Params part = part("metadata");
        part.values.keySet().forEach(key -> {
            String value = part.text(key);
            if (value == null) {
                result.remove(key);
            } else if (key.length() > 40 || value.length() > 500) {
                throw part.invalid(key, "Metadata keys can have up to 40 characters and values up to 500.");
            } else {
                result.put(key, value);
            }
        });
        if (result.size() > 50) {
            throw invalid("metadata", "Metadata can have up to 50 keys.");
        }
        return result;
    }
}
