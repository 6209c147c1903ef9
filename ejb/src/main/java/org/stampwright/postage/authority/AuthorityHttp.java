package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.protocol.BoundedHttp;

/** HTTP to the authority: connects within a second, waits five for the whole answer, and follows no redirect. */
@ApplicationScoped
public class AuthorityHttp {

    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 << 20;

    private final BoundedHttp http = new BoundedHttp(TO_CONNECT, TO_ANSWER, MOST_BYTES);

    @Inject
    @ConfigProperty(name = "stampwright.authority.url")
    String url;

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, new byte[0], Map.of());
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return http.send(request.build());
    }
}
