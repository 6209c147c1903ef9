package org.stampwright.postage.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.protocol.AuthorityCaller;
import org.stampwright.protocol.BoundedHttp;
import org.stampwright.protocol.SignedExchange;

/** HTTP to the authority: connects within one second, waits five seconds for the whole answer, follows no redirect. */
@ApplicationScoped
public class AuthorityHttp {

    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 << 20;

    private final BoundedHttp http = new BoundedHttp(TO_CONNECT, TO_ANSWER, MOST_BYTES);

    @Inject
    @ConfigProperty(name = "stampwright.authority.url")
    URI url;

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build());
    }

    SignedExchange send(AuthorityCaller caller, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return caller.send(http, url, method, path, body);
    }
}
