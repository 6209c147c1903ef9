package org.stampwright.cli.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks by HTTP/1.1, over connections that all askers share, and waits for the answer to its last byte. */
public final class WholeAnswer {

    /**
     * HTTP/1.1 alone: a connection raised to HTTP/2 while a server was still without its application was answered 404
     * ever after.
     */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private WholeAnswer() {}

    /**
     * The answer, its body included.
     *
     * @throws HttpTimeoutException if it was not whole within the limit; the connection is closed then
     * @throws IOException          if there was none
     */
    public static <T> HttpResponse<T> to(HttpRequest question, HttpResponse.BodyHandler<T> body, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = CLIENT.sendAsync(question, body);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            throw new HttpTimeoutException("no whole answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().toString(), failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
