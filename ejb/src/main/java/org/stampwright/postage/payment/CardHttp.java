package org.stampwright.postage.payment;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.stampwright.protocol.BoundedHttp;

/**
 * Sends the calls of the card company's client over {@link BoundedHttp}. The client's own transport bounds each read,
 * but neither the whole answer nor its size, and the JDK beneath it may send a POST twice.
 */
final class CardHttp extends HttpClient {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 4 << 20;

    private final BoundedHttp http;

    CardHttp(Duration toAnswer) {
        this.http = new BoundedHttp(TO_CONNECT, toAnswer, MOST_BYTES);
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            HttpResponse<byte[]> answer = http.send(sent(request));
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            if (!body.strip().startsWith("{")) {
                throw new ApiConnectionException(
                        "HTTP " + answer.statusCode() + " and no object from " + request.url());
            }
            return new StripeResponse(
                    answer.statusCode(), HttpHeaders.of(answer.headers().map()), body);
        } catch (IOException noAnswer) {
            throw new ApiConnectionException("no answer from " + request.url() + ": " + noAnswer, noAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("this instance is stopping", stopping);
        }
    }

    private static HttpRequest sent(StripeRequest request) {
        HttpRequest.Builder sent =
                HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        sent.header("User-Agent", buildUserAgentString(request));
        if (request.content() == null) {
            return sent.method(request.method().name(), BodyPublishers.noBody()).build();
        }
        return sent.header("Content-Type", request.content().contentType())
                .method(
                        request.method().name(),
                        BodyPublishers.ofByteArray(request.content().byteArrayContent()))
                .build();
    }
}
