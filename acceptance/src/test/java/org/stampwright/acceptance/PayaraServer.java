package org.stampwright.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Payara Server for this test with the enterprise archive on it. Its one domain is a copy in a folder of the test. It
 * listens for HTTP and, because {@code asadmin deploy} needs it, for the administrator, who has a password; both on
 * loopback. Data grid, HTTPS, IIOP, JMX, JMS and remote shell are off. The application's settings are system properties
 * in {@code domain.xml} (mode 0600), so that the process's arguments contain no secret.
 */
final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "stampwright";
    /** Disables the embedded broker, which would listen on every address although the application sends no messages. */
    private static final String NO_MESSAGES = "<jms-service type=\"DISABLED\" default-jms-host=\"\"></jms-service>\n";

    private final Path installation;
    private final Path domains;
    private final int portBase;

    /**
     * @param installation the unpacked server: {@code ear/target/payara-server/payara6}
     * @param folder       where the domain's copy lies
     * @param portBase     HTTP; the port after it is the administrator's
     */
    PayaraServer(Path installation, Path folder, int portBase) {
        this.installation = installation.toAbsolutePath();
        this.domains = folder.toAbsolutePath();
        this.portBase = portBase;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + portBase);
    }

    URI adminAddress() {
        return URI.create("http://127.0.0.1:" + adminPort());
    }

    Set<ListeningSocket> allowed() {
        return Set.of(ListeningSocket.tcpOnLoopback(portBase), ListeningSocket.tcpOnLoopback(adminPort()));
    }

    Set<ListeningSocket> listening() throws IOException {
        String pid = Files.readString(domain().resolve("config/pid")).strip();
        return ListeningSocket.of(Long.parseLong(pid));
    }

    void start(Map<String, String> settings) throws IOException, InterruptedException {
        copy(installation.resolve("glassfish/domains/domain1"), domain());
        Path configuration = domain().resolve("config/domain.xml");
        String xml = Files.readString(configuration);
        writePrivately(configuration, withSettings(closed(xml), settings));
        setAdminPassword(UUID.randomUUID().toString());
        asadmin("start-domain", "--domaindir", domains.toString(), DOMAIN);
    }

    void deploy(Path archive) throws IOException, InterruptedException {
        asadmin(
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(adminPort()),
                "deploy",
                "--name",
                DOMAIN,
                archive.toAbsolutePath().toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asadmin("stop-domain", "--kill", "true", "--domaindir", domains.toString(), DOMAIN);
    }

    /** Sets a password: the domain is delivered without one, so that any user of the machine could deploy. */
    private void setAdminPassword(String password) throws IOException, InterruptedException {
        writePrivately(passwordFile(), "AS_ADMIN_PASSWORD=\nAS_ADMIN_NEWPASSWORD=" + password + "\n");
        asadmin("change-admin-password", "--domaindir", domains.toString(), "--domain_name", DOMAIN);
        writePrivately(passwordFile(), "AS_ADMIN_PASSWORD=" + password + "\n");
    }

    /** Returns what the server has logged. */
    String log() throws IOException {
        return Files.readString(domain().resolve("logs/server.log"));
    }

    private Path passwordFile() {
        return domains.resolve("admin.password");
    }

    private Path domain() {
        return domains.resolve(DOMAIN);
    }

    private int adminPort() {
        return portBase + 1;
    }

    /** Maps each listener's text in {@code domain.xml} to its replacement. */
    private Map<String, String> closing() {
        return Map.of(
                "<network-listener port=\"8080\"", listener(portBase),
                "<network-listener port=\"4848\"", listener(adminPort()),
                "<network-listener port=\"8181\"", "<network-listener enabled=\"false\" port=\"8181\"",
                "<iiop-listener ", "<iiop-listener enabled=\"false\" ",
                "<jmx-connector ", "<jmx-connector enabled=\"false\" ",
                "<hazelcast-config-specific-configuration>",
                        NO_MESSAGES + "<hazelcast-config-specific-configuration enabled=\"false\">",
                "org.apache.felix.shell.remote,", "");
    }

    private String closed(String xml) {
        String closed = xml;
        for (Entry<String, String> one : closing().entrySet()) {
            if (!closed.contains(one.getKey())) {
                throw new IllegalStateException("domain.xml has another form than expected: no " + one.getKey());
            }
            closed = closed.replace(one.getKey(), one.getValue());
        }
        return closed;
    }

    private static String listener(int port) {
        return "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"";
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
        List<String> command = new ArrayList<>(List.of(
                installation.resolve("bin/asadmin").toString(),
                "--interactive=false",
                "--user",
                "admin",
                "--passwordfile",
                passwordFile().toString()));
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

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
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
