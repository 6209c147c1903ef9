package org.stampwright.protocol;

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
 * HTTP/1.1 calls that always end: within a deadline that covers the answer's last byte, and with a body of a bounded
 * size. The JDK's own time-out ends with the head of the answer, so that a peer that stalls in mid-body would hold the
 * caller for ever. Redirects are not followed. The JDK repeats a GET or HEAD once, within the same deadline, if the
 * connection ends before the first byte of an answer; it repeats no other request.
 *
 * <p>The client uses HTTP/1.1 only: a connection that was upgraded to HTTP/2 before a server had deployed its
 * application kept answering 404. The client has its own threads, because the container's threads would propagate the
 * caller's context.
 */
public final class BoundedHttp {

    private final HttpClient client;
    private final Duration deadline;
    private final int mostBytes;

    /**
     * Creates a client with its own connections.
     *
     * @param connect   within which a connection must be established
     * @param deadline  within which the complete answer must have been read, counted from the call
     * @param mostBytes the largest body that is read
     */
    public BoundedHttp(Duration connect, Duration deadline, int mostBytes) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connect)
                        .build(),
                deadline,
                mostBytes);
    }

    private BoundedHttp(HttpClient client, Duration deadline, int mostBytes) {
        this.client = client;
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    /** Returns a client with another deadline that shares the connections of this one. */
    public BoundedHttp within(Duration otherDeadline) {
        return new BoundedHttp(client, otherDeadline, mostBytes);
    }

    /**
     * Returns the answer with its whole body. Whenever this throws, the connection is closed.
     *
     * @throws HttpTimeoutException if the answer was not complete at the deadline
     * @throws IOException          if there is no connection (as a {@link java.net.ConnectException} or a
     *                              {@link java.net.http.HttpConnectTimeoutException}), the answer breaks off, or its
     *                              body is too large
     * @throws InterruptedException if the thread is interrupted
     */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(head.headers(), mostBytes));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            throw new HttpTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException fault ? fault : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
