package org.stampwright.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a socket that answers requests with bytes of the test's choice, well-formed or not. */
final class Peer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private interface Conversation {
        void with(Socket caller) throws IOException;
    }

    Peer() throws IOException {}

    int port() {
        return server.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    /** Sends these bytes and then nothing, and leaves the connection open. */
    void answers(String bytes) {
        talk(caller -> {
            send(caller, bytes);
            awaitEnd(caller.getInputStream());
        });
    }

    void answersAndCloses(String bytes) {
        talk(caller -> {
            send(caller, bytes);
            caller.close();
        });
    }

    void answersEndlessly(String beginning, String again, Duration pause) {
        talk(caller -> {
            send(caller, beginning);
            while (!server.isClosed()) {
                send(caller, again);
                pause(pause);
            }
        });
    }

    void awaitRequest() throws InterruptedException, ExecutionException {
        requested.get();
    }

    boolean seesTheConnectionClosed() throws InterruptedException, ExecutionException {
        try {
            closed.get(10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillOpen) {
            return false;
        }
    }

    private void talk(Conversation conversation) {
        Thread thread = new Thread(() -> acceptAll(conversation), "peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll(Conversation conversation) {
        while (!server.isClosed()) {
            accept(conversation);
        }
    }

    private void accept(Conversation conversation) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read(new byte[4096]);
            requests.incrementAndGet();
            requested.complete(null);
            conversation.with(caller);
        } catch (IOException ended) {
            if (requested.isDone()) {
                closed.complete(null);
            }
        }
    }

    private void awaitEnd(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // Later bytes of the caller are ignored.
        }
        throw new SocketException("closed by the caller");
    }

    private static void send(Socket caller, String bytes) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write(bytes.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
