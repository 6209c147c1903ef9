package org.stampwright.cardsandbox;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The sandbox's options. Each comes from the arguments ({@code --port 8099}), a system property
 * ({@code card-sandbox.port}), the environment ({@code CARD_SANDBOX_PORT}) or the properties file named by
 * {@code --config} ({@code port=8099}); the first source that has it wins. The two secrets come from the environment or
 * the file only, because every user of the machine can read a process's arguments. {@code health-port} serves only
 * {@code /health}, from a thread of its own; 0 takes a free port.
 */
record Options(
        int port,
        int healthPort,
        Path journal,
        String secretKey,
        String publicUrl,
        URI webhookUrl,
        String webhookSecret,
        Set<String> webhookEvents,
        String apiVersion,
        String merchant) {
    private static final List<String> SECRETS = List.of("secret-key", "webhook-secret");
    private static final List<String> NAMES = List.of(
            "port",
            "health-port",
            "journal",
            "secret-key",
            "public-url",
            "webhook-url",
            "webhook-secret",
            "webhook-events",
            "api-version",
            "merchant");

    Options {
        if (secretKey == null || !secretKey.startsWith("sk_test_")) {
            throw new IllegalArgumentException(
                    "secret-key must be a test key (sk_test_...): this is not a real card company.");
        }
        if (webhookUrl != null && webhookSecret == null) {
            throw new IllegalArgumentException("webhook-url needs a webhook-secret.");
        }
        if (journal == null) {
            throw new IllegalArgumentException("journal is missing: name the file for the records.");
        }
    }

    /** Reads the options; throws {@link IllegalArgumentException} with a one-line reason if they are invalid. */
    static Options read(String[] args, Properties system, Map<String, String> environment) throws IOException {
        Map<String, String> arguments = arguments(args);
        Properties file = new Properties();
        if (arguments.containsKey("config")) {
            try (Reader reader = Files.newBufferedReader(Path.of(arguments.get("config")))) {
                file.load(reader);
            }
        }
        Map<String, String> values = new HashMap<>();
        for (String name : NAMES) {
            String value = file.getProperty(name);
            value = environment.getOrDefault(
                    "CARD_SANDBOX_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value);
            if (!SECRETS.contains(name)) {
                value = arguments.getOrDefault(name, system.getProperty("card-sandbox." + name, value));
            }
            values.put(name, value == null || value.isBlank() ? null : value.trim());
        }
        return of(values);
    }

    private static Map<String, String> arguments(String[] args) {
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (SECRETS.contains(name)) {
                throw new IllegalArgumentException("--" + name + " would be visible to every user of this machine: "
                        + ""
                        + "put it into the --config file.");
            }
            if (!name.equals("config") && !NAMES.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("Unknown or incomplete option: " + args[i]);
            }
            arguments.put(name, args[i + 1]);
        }
        return arguments;
    }

    private static Options of(Map<String, String> values) {
        String journal = values.get("journal");
        String webhookUrl = values.get("webhook-url");
        return new Options(
                Integer.parseInt(or(values.get("port"), "0")),
                Integer.parseInt(or(values.get("health-port"), "0")),
                journal == null ? null : Path.of(journal),
                values.get("secret-key"),
                values.get("public-url"),
                webhookUrl == null ? null : URI.create(webhookUrl),
                values.get("webhook-secret"),
                Set.of(or(values.get("webhook-events"), "*").split("[ ,]+")),
                or(values.get("api-version"), "2026-02-25.clover"),
                or(values.get("merchant"), "Stampwright"));
    }

    private static String or(String value, String preset) {
        return value == null ? preset : value;
    }
}
