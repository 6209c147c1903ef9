package org.stampwright.cli.world;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.home.Secrets;
import org.stampwright.cli.node.Listeners;
import org.stampwright.cli.node.PayaraInstance;
import org.stampwright.cli.node.Plan;
import org.stampwright.protocol.StrictJson;

/** The reference authority of this home: its start, and its administrator's actions for the vendor. */
public final class Authority {

    public static final String NAME = "authority";

    /** In mills: 100 million dollars in the vendor's account at the authority, which no measurement uses up. */
    private static final long OPENING_BALANCE = 100_000_000_000L;

    private static final long POSTCODE = 20_260;
    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    private static final String MEMORY = "384m";

    private final JsonHttp http;

    public Authority(int port, String adminPassword) {
        this.http = JsonHttp.basic(URI.create("http://127.0.0.1:" + port), "admin", adminPassword);
    }

    public static PayaraInstance instance(Home home, Plan plan, String databaseUrl) {
        Ports ports = plan.ports();
        Secrets secrets = home.secrets();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authority.db.url", databaseUrl);
        settings.put("authority.db.user", "authority");
        settings.put("authority.db.password", secrets.authorityDatabasePassword());
        settings.put("authority.folder", home.authority().toString());
        settings.put("authority.admin-password", secrets.authorityAdminPassword());
        settings.put("authority.desk-key", secrets.deskKey());
        settings.put("authority.public-url", "http://127.0.0.1:" + ports.authority());
        settings.put("authority.test-controls", Boolean.toString(plan.testControls()));
        return new PayaraInstance(
                NAME,
                ports.authority(),
                Listeners.ofAuthority(ports.authorityInternal()),
                settings,
                MEMORY,
                plan.performance());
    }

    String root() throws InterruptedException {
        return http.text("/root.pem");
    }

    JsonObject register(String name, String enrolmentKey, String auditorKey) throws InterruptedException {
        return http.post(
                        "/admin/vendors",
                        StrictJson.PROVIDER
                                .createObjectBuilder()
                                .add("name", name)
                                .add("enrolmentKey", enrolmentKey)
                                .add("auditorKey", auditorKey)
                                .add("openingBalance", OPENING_BALANCE)
                                .add("postcode", POSTCODE)
                                .build())
                .asJsonObject();
    }

    /**
     * Approves pending certificate requests. At a real authority a person compares each request with the vendor's
     * announcement; here the vendor is this home. The time limit is short, because the caller has other work.
     *
     * @return how many were approved
     */
    public int approveCertificateRequests() throws InterruptedException {
        JsonHttp briefly = http.within(BRIEFLY);
        JsonArray pending =
                briefly.get("/admin/certificate-requests?state=pending").asJsonArray();
        for (JsonObject request : pending.getValuesAs(JsonObject.class)) {
            briefly.post(
                    "/admin/certificate-requests/" + request.getString("id") + "/approve",
                    StrictJson.PROVIDER.createObjectBuilder().build());
        }
        return pending.size();
    }
}
