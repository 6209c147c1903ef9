package org.stampwright.bench.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/** The administrator of the reference authority: deposits, vendors, certificates and faults. */
public final class AuthorityAdmin {

    private static final int MANY = 1_000_000;

    private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(5), Duration.ofSeconds(30), 16 << 20);
    private final URI base;
    private final String login;

    public AuthorityAdmin(VendorSystem system) throws IOException {
        this.base = system.authority();
        String both = "admin:" + system.file("secrets/authority-admin.password");
        this.login = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the authority refuse every ledger entry of these PSDs as unavailable, until {@link #works}. */
    public void refusesEntries(List<Long> psds) throws IOException, InterruptedException {
        for (long psd : psds) {
            JsonObject fault = Json.createObjectBuilder()
                    .add("path", "/v1/psds/" + psd + "/entries")
                    .add("mode", "error")
                    .add("times", MANY)
                    .build();
            post("/admin/faults", fault);
        }
    }

    /** Ends all faults. */
    public void works() throws IOException, InterruptedException {
        send(request("/admin/faults").DELETE());
    }

    /** Sends a request of the administrator and returns the answer. */
    public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", login);
    }

    private JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the authority refused: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return StrictJson.object(answer.body());
    }
}
