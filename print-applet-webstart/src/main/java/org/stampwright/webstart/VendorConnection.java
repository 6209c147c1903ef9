package org.stampwright.webstart;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.stampwright.paper.PrintJob;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.StrictJson;

/**
 * The two requests of the helper to the vendor: redeem a ticket, and report the outcome. Both may be repeated: a ticket
 * is bound to the run, and the same run gets the same job for ten minutes, so a lost response loses no stamp.
 */
final class VendorConnection {
    private static final int TRIES = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_BYTES = 16 << 20;

    private final BoundedHttp http = new BoundedHttp(CONNECT, ANSWER, MOST_BYTES);
    private final URI base;
    private final Ticket ticket;

    /** @param base the vendor's public address, such as {@code http://127.0.0.1:8080} */
    VendorConnection(URI base, Ticket ticket) {
        this.base = URI.create(base.toString().replaceAll("/+$", "") + "/");
        this.ticket = ticket;
    }

    /** @throws VendorUnreachable if there was no response, or none that can be understood */
    Redemption redeem(String serial, UUID run) {
        JsonObject question = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("serial", serial)
                .add("run", run.toString())
                .build();
        HttpResponse<byte[]> answer = post("print/redeem", question);
        if (answer.statusCode() != 200) {
            return new Redemption.TurnedAway(Problem.parse(answer.statusCode(), answer.body()));
        }
        try {
            return new Redemption.Redeemed(PrintJob.of(StrictJson.object(answer.body())));
        } catch (JsonException | IllegalArgumentException e) {
            throw new VendorUnreachable("The vendor's answer cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws VendorUnreachable if the vendor did not accept it */
    void report(UUID run, PrintOutcome outcome) {
        JsonObject report = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("run", run.toString())
                .add("outcome", outcome.name())
                .add("detail", outcome.detail())
                .build();
        HttpResponse<byte[]> answer = post("print/report", report);
        if (answer.statusCode() / 100 != 2) {
            throw new VendorUnreachable(
                    "The vendor did not accept the report: "
                            + Problem.parse(answer.statusCode(), answer.body()).inWords(),
                    null);
        }
    }

    private HttpResponse<byte[]> post(String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", ticket.authorization())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request);
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new VendorUnreachable(
                            "The vendor at " + base.getAuthority() + " does not answer. "
                                    + "Check the network connection, then try again; no stamp is lost.",
                            e);
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new VendorUnreachable("Interrupted while asking the vendor.", e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
