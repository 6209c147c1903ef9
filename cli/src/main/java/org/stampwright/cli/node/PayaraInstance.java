package org.stampwright.cli.node;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Secrets;
import org.stampwright.cli.supervision.Program;

/**
 * One Payara Micro instance with one application. It opens only its two HTTP ports: it has no data grid, because any
 * process that reached the grid's port could join and deploy to it (decision 0007).
 *
 * @param name of the process
 * @param port HTTP, on loopback only
 * @param listeners the listeners on that port and on the internal one
 * @param settings MicroProfile Config with secrets, so a file of mode 0600, never arguments
 * @param memory the heap's limit
 * @param performance omits the settings that shorten the start but slow the system
 */
public record PayaraInstance(
        String name, int port, Listeners listeners, Map<String, String> settings, String memory, boolean performance) {

    /** Without this, each call into JSON-P searches all jars for a provider, which took half of an instance's time. */
    private static final String JSON_PROVIDER = "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl";
    /**
     * A cookie of another site on the same host may be UTF-8, and must not lock its owner out. Control characters are
     * refused by the listener's own filter.
     */
    private static final String ANY_TEXT_IN_HEADERS =
            "-Dorg.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110=false";
    /**
     * The limit for the first attempt. A second attempt gets twice as long and must end within the limit of a complete
     * start.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    public Program program(Home home, Distribution distribution, Path application) {
        Path folder = home.instance(name);
        Path root = folder.resolve("payara");
        Runnable prepare = () -> {
            distribution.payara().reset(root);
            writeSettings(folder);
        };
        return new Program(
                name,
                port,
                prepare,
                command(distribution, application),
                root,
                home.log(name),
                Health.ready(listeners.internalPort()),
                Health.live(listeners.internalPort()),
                PATIENCE,
                "TERM");
    }

    private void writeSettings(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("preboot.asadmin"), listeners.closed());
            Files.writeString(folder.resolve("postdeploy.asadmin"), listeners.opened());
            Properties properties = new Properties();
            properties.putAll(settings);
            StringWriter text = new StringWriter();
            properties.store(text, "Written at every start by `stampwright up`");
            Secrets.writePrivately(folder.resolve("settings.properties"), text.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<String> command(Distribution distribution, Path application) {
        List<String> command = Java.serverCommand(performance, "-Xmx" + memory);
        if (Files.exists(distribution.classArchive())) {
            command.add("-XX:SharedArchiveFile=" + distribution.classArchive());
        }
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dsun.net.http.retryPost=false",
                JSON_PROVIDER,
                ANY_TEXT_IN_HEADERS,
                "-jar",
                "launch-micro.jar",
                "--name",
                name,
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                "../preboot.asadmin",
                "--postdeploycommandfile",
                "../postdeploy.asadmin",
                "--systemproperties",
                "../settings.properties",
                "--contextroot",
                "/",
                "--disablephonehome",
                "--nohazelcast",
                "--deploy",
                application.toString()));
        return command;
    }
}
