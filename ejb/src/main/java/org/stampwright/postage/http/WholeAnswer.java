package org.stampwright.postage.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question and its whole answer. The client's own threads do the asking, none of the container's: those take along
 * the caller's context, whose finding costs more than the answer's reading, and nothing of ours runs on them.
 */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * The answer, its body included.
     *
     * @throws HttpTimeoutException if it was not whole within the limit; the connection is closed then
     * @throws IOException as the client has it, a {@link java.net.ConnectException} for instance, if there was none
     */
    public static HttpResponse<byte[]> to(HttpClient client, HttpRequest question, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(question, BodyHandlers.ofByteArray());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            throw new HttpTimeoutException("no whole answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException fault ? fault : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
