package org.stampwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;

/** An audit that cannot be carried out ends with one clear line, and not with success. */
class AuditCommandTest {

    /** Any certificate will do, because no test contacts a server whose certificate it would verify. */
    private static final String ROOT =
            """
            -----BEGIN CERTIFICATE-----
            MIIBiDCCAS2gAwIBAgIUfHTbWtf9iD7ZcF6mT6XiKRYK05cwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwHhcNMjYxMTI1MjAwNjM2WhcNMzYx
            MTIyMjAwNjM2WjAZMRcwFQYDVQQDDA5UZXN0IGF1dGhvcml0eTBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABC0tOxX3W/M2WFtWIGFfDD540PESVDA7HNIFTzW/KOjQ
            wTuzFhbo/soza3NyE1TljTlqxw3obe7Xox9kN5ibPsWjUzBRMB0GA1UdDgQWBBQI
            FLGlxGRpi9FiPSzENEPoAKgfgzAfBgNVHSMEGDAWgBQIFLGlxGRpi9FiPSzENEPo
            AKgfgzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDH9lpvhVRH
            2hh8ymki8u23Tar+icqvdn1Ii5BIPIYjuwIhAO/9/4lctkOXh025QRTRYXQ8jr0A
            KnXakXJARt+Rj3rM
            -----END CERTIFICATE-----
            """;
    /** Below the ports that the system assigns; a home's database would listen at 1054. */
    private static final int PORT_BASE = 1024;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Home home;

    @BeforeEach
    void make() {
        home = new Home(folder.resolve("home")).make();
    }

    @Test
    void a_home_that_is_only_begun_is_told() {
        assertThat(run("audit", "--json", "--home", home.folder().toString())).isEqualTo(1);
        assertToldInOneLine("stampwright: the home " + home.folder() + " was never started; start it with: ");
    }

    @Test
    void a_database_that_does_not_answer_is_told() throws IOException {
        new Plan(PORT_BASE, false, false, List.of()).write(home);
        Files.writeString(home.root(), ROOT);
        Files.writeString(home.enrolment(), "{\"vendor\": 1, \"keyId\": \"a\", \"auditorKeyId\": \"b\"}");

        assertThat(run("audit", "--json", "--home", home.folder().toString())).isEqualTo(1);
        assertToldInOneLine("stampwright: no audit: the database cannot be read (");
    }

    @Test
    void help_tells_the_form_of_the_findings_and_the_status() {
        assertThat(run("audit", "--help")).isZero();
        assertThat(out.toString())
                .contains("\"invariant\"", "\"subject\"", "\"detail\"", "Exit status 0 only if every invariant holds");
    }

    private void assertToldInOneLine(String beginning) {
        assertThat(err.toString().lines()).singleElement().asString().startsWith(beginning);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Stampwright.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
