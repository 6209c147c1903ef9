package org.stampwright.webstart;

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

/**
 * An answer to its last byte, within a limit. The JDK's own time-out may end with the headers; a peer that stops in the
 * middle of a body would leave the window waiting for ever.
 */
final class WholeAnswer {
    private WholeAnswer() {}

    static <T> HttpResponse<T> to(
            HttpRequest question, HttpResponse.BodyHandler<T> body, HttpClient http, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(question, body);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            throw new HttpTimeoutException("no whole answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
