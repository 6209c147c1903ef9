package org.stampwright.cli.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.stampwright.cli.http.WholeAnswer;

/** Whether {@code /health/ready} on a port says yes, within two seconds. */
public record Health(int port) implements BooleanSupplier {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Override
    public boolean getAsBoolean() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .build();
        try {
            return WholeAnswer.to(question, HttpResponse.BodyHandlers.discarding(), LIMIT)
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
