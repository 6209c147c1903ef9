package org.stampwright.cli.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.stampwright.protocol.BoundedHttp;

/** Whether {@code /health/ready} on a port says yes, within two seconds. */
public record Health(int port) implements BooleanSupplier {

    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20);

    @Override
    public boolean getAsBoolean() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .build();
        try {
            return HTTP.send(question).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
