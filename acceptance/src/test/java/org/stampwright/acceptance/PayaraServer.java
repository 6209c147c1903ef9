package org.stampwright.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Payara Server of our own with the enterprise archive on it. Its one domain is a copy in a folder of the test; every
 * listener is moved to loopback, data grid and remote shell are off, and the application's settings are system
 * properties in {@code domain.xml} (mode 0600), so that no secret stands in a process's arguments.
 */
final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "stampwright";
    /** An embedded broker would wait for connections on every address, though nobody sends a message here. */
    private static final String NO_MESSAGES = "<jms-service type=\"DISABLED\" default-jms-host=\"\"></jms-service>\n";

    private final Path installation;
    private final Path domains;
    private final int portBase;

    /**
     * @param installation the unpacked server: {@code ear/target/payara-server/payara6}
     * @param folder       where the domain's copy lies
     * @param portBase     HTTP; the six ports after it are taken too
     */
    PayaraServer(Path installation, Path folder, int portBase) {
        this.installation = installation.toAbsolutePath();
        this.domains = folder.toAbsolutePath();
        this.portBase = portBase;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + portBase);
    }

    Path log() {
        return domain().resolve("logs/server.log");
    }

    void start(Map<String, String> settings) throws IOException, InterruptedException {
        copy(installation.resolve("glassfish/domains/domain1"), domain());
        Path configuration = domain().resolve("config/domain.xml");
        String xml = Files.readString(configuration);
        Files.delete(configuration);
        Files.createFile(
                configuration,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, withSettings(onLoopback(xml), settings));
        asadmin("start-domain", "--domaindir", domains.toString(), DOMAIN);
    }

    void deploy(Path archive) throws IOException, InterruptedException {
        asadmin(
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(portBase + 1),
                "deploy",
                "--name",
                DOMAIN,
                archive.toAbsolutePath().toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asadmin("stop-domain", "--kill", "true", "--domaindir", domains.toString(), DOMAIN);
    }

    private Path domain() {
        return domains.resolve(DOMAIN);
    }

    private String onLoopback(String xml) {
        String moved = xml.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("<network-listener port=\"8080\"", listener(0))
                .replace("<network-listener port=\"4848\"", listener(1))
                .replace("<network-listener port=\"8181\"", "<network-listener enabled=\"false\" port=\"8181\"")
                .replace("port=\"3700\"", port(2))
                .replace("port=\"3820\"", port(3))
                .replace("port=\"3920\"", port(4))
                .replace("port=\"8686\"", port(5))
                .replace("value=\"7676\"", "value=\"" + (portBase + 6) + "\"")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replace("<hazelcast-config-specific", NO_MESSAGES + "<hazelcast-config-specific")
                .replace("org.apache.felix.shell.remote,", "");
        if (!moved.contains("hazelcast-config-specific-configuration enabled=\"false\"")) {
            throw new IllegalStateException("domain.xml has another form than expected");
        }
        return moved;
    }

    private String listener(int offset) {
        return "<network-listener address=\"127.0.0.1\" " + port(offset);
    }

    private String port(int offset) {
        return "port=\"" + (portBase + offset) + "\"";
    }

    private static String withSettings(String xml, Map<String, String> settings) {
        StringBuilder properties = new StringBuilder();
        for (Entry<String, String> setting : settings.entrySet()) {
            properties
                    .append("<system-property name=\"")
                    .append(setting.getKey())
                    .append("\" value=\"")
                    .append(setting.getValue()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace("\"", "&quot;"))
                    .append("\"/>\n");
        }
        String place = "<server name=\"server\" config-ref=\"server-config\">";
        return xml.replace(place, place + "\n" + properties);
    }

    private void asadmin(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(installation.resolve("bin/asadmin").toString()));
        command.addAll(List.of(arguments));
        Path output = domains.resolve("asadmin.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(output));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
