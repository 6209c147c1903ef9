package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;

/** The enterprise form: the skinny archive on Payara Server, as one more instance of the vendor. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("The enterprise archive works on Payara Server")
class EnterpriseArchiveTest {

    private static final String NAME = "ear";

    @TempDir
    Path folder;

    @Test
    void a_stamp_is_bought_through_it_and_another_is_franked_by_it(VendorSystem system)
            throws IOException, InterruptedException {
        Path built = system.root().resolve("ear/target");
        Path domains = Files.createDirectories(folder.resolve("domains"));
        try (PayaraServer server = new PayaraServer(built.resolve("payara-server/payara6"), domains, system.port(80))) {
            server.start(settings(system, server));
            server.deploy(built.resolve("stampwright.ear"));
            Api through = system.api().at(server.address().toString());
            Waiting.untilTrue("the archive is ready", Duration.ofMinutes(2), () -> through.answers("/health/ready"));
            setState(system, "admitted");
            try {
                aPersonBuysInItsStorefront(system, server);
                ordersGoThrough(system, through);
                assertThat(server.log()).containsOnlyOnce("AmazonCorrettoCryptoProvider 2.5.0 signs and checks");
                assertThat(server.listening()).isEqualTo(server.allowed());
                aNeighbourCannotDeploy(server);
            } finally {
                setState(system, "removed");
            }
        }
    }

    /** Two other server systems share the rotation, so one of a few consecutive orders is its own. */
    private static void ordersGoThrough(VendorSystem system, Api through) {
        String sheet = system.newSheet("US-LETTER-25");
        Waiting.untilTrue(
                "it owns a PSD",
                Duration.ofMinutes(2),
                () -> system.ledger()
                                .number("select count(*) from psd p join server_system s on s.id = p.owner_id where"
                                        + " s.name = 'ear'")
                        > 0);
        List<String> frankers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JsonObject order = through.buys(Purchase.of(sheet, 1));
            assertThat(order.getString("receivedBy")).isEqualTo(NAME);
            frankers.add(order.getString("frankedBy"));
        }
        assertThat(frankers).contains(NAME);
    }

    /** Buys in a browser, from its first page to the card company's page and back. */
    private void aPersonBuysInItsStorefront(VendorSystem system, PayaraServer server) throws IOException {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            new Shop(browser, server.address().toString()).buys(sheet, 1, "1");
            assertThat(browser.address()).startsWith(server.address().toString());
            assertThat(browser.pictures(By.cssSelector("ul.specimens img")))
                    .singleElement()
                    .satisfies(picture -> assertThat(picture.width()).isPositive());
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(system.ledger()
                        .rows(
                                "select s.name from postage_order o join server_system s on s.id = o.received_by "
                                        + "where o.sheet = ?",
                                sheet.substring(0, 10)))
                .containsExactly(List.of(NAME));
    }

    /**
     * An attack: by default the server's own administrator has no password, and the application runs with the vendor's
     * keys.
     */
    private static void aNeighbourCannotDeploy(PayaraServer server) throws IOException, InterruptedException {
        String noPassword = Base64.getEncoder().encodeToString("admin:".getBytes(StandardCharsets.UTF_8));
        HttpRequest command = HttpRequest.newBuilder(server.adminAddress().resolve("/__asadmin/list-applications"))
                .header("X-Requested-By", "a neighbour")
                .header("Authorization", "Basic " + noPassword)
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(command, BodyHandlers.ofString());
        assertThat(answer.body()).contains("Exit Code : FAILURE", "LoginException");
    }

    private static void setState(VendorSystem system, String state) {
        Api.Answer answer = system.operator()
                .post("/operator/api/import", "{\"serverSystems\":[{\"name\":\"ear\",\"state\":\"" + state + "\"}]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Returns the settings of the web instance, except those that identify an instance. */
    private Map<String, String> settings(VendorSystem system, PayaraServer server) throws IOException {
        Properties written = new Properties();
        try (Reader file = Files.newBufferedReader(system.home().resolve("instances/alder/settings.properties"))) {
            written.load(file);
        }
        Map<String, String> settings = new TreeMap<>();
        written.forEach((name, value) -> settings.put((String) name, (String) value));
        settings.put("stampwright.instance.name", NAME);
        settings.put("stampwright.instance.role", "both");
        settings.put("stampwright.instance.address", server.address().toString());
        settings.remove("stampwright.instance.internal-port");
        settings.put("stampwright.public-url", server.address().toString());
        settings.put(
                "stampwright.instance.folder",
                Files.createDirectories(folder.resolve(NAME)).toString());
        settings.put("stampwright.module.password", UUID.randomUUID().toString());
        return settings;
    }
}
