package org.stampwright.cli.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.stampwright.protocol.BoundedHttp;

/**
 * A check that succeeds if a health endpoint reports success within two seconds.
 *
 * @param path {@code /health/ready} also reports whether a program's dependencies are available, {@code /health/live}
 * does not
 */
public record Health(int port, String path) implements BooleanSupplier {

    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20);

    public static Health ready(int port) {
        return new Health(port, "/health/ready");
    }

    public static Health live(int port) {
        return new Health(port, "/health/live");
    }

    @Override
    public boolean getAsBoolean() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            var answer = HTTP.send(question);
            return answer.statusCode() == 200 && !isOfServerAlone(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A server whose deployment failed answers that nothing is wrong, because nothing is checked. */
    private static boolean isOfServerAlone(String answer) {
        return answer.replace(" ", "").contains("\"checks\":[]");
    }
}
