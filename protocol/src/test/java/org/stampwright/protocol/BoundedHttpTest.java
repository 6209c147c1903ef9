package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BoundedHttpTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int MOST = 1000;

    private final BoundedHttp http = new BoundedHttp(LONG, LONG, MOST);
    private Peer peer;

    @BeforeEach
    void listen() throws IOException {
        peer = new Peer();
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
    }

    @Test
    void a_whole_answer_is_returned_with_its_body() throws Exception {
        peer.answers("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");

        assertThat(call(http).body()).asString().isEqualTo("whole");
    }

    @Test
    void a_body_of_the_largest_size_is_returned() throws Exception {
        peer.answers("HTTP/1.1 404 None\r\nContent-Length: " + MOST + "\r\n\r\n" + "x".repeat(MOST));

        HttpResponse<byte[]> answer = call(http);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).hasSize(MOST);
    }

    @ParameterizedTest(name = "after \"{0}\"")
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
            })
    void a_peer_that_stalls_times_out_at_the_deadline_and_its_connection_is_closed(String beginning) throws Exception {
        peer.answers(beginning);

        assertThatThrownBy(() -> call(http.within(SHORT)))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("500 ms");
        assertThat(peer.seesTheConnectionClosed()).isTrue();
    }

    @Test
    void a_peer_that_sends_single_bytes_times_out_at_the_deadline() {
        peer.answersEndlessly("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", "x", Duration.ofMillis(50));

        assertThatThrownBy(() -> call(http.within(SHORT))).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void endless_bytes_are_refused_at_the_limit_and_the_connection_closed() throws Exception {
        peer.answersEndlessly("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(100), Duration.ZERO);

        assertThatThrownBy(() -> call(http))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class)
                .hasMessage("the answer is larger than 1000 bytes");
        assertThat(peer.seesTheConnectionClosed()).isTrue();
    }

    @Test
    void a_length_beyond_the_limit_is_refused_before_the_body() throws Exception {
        peer.answers("HTTP/1.1 200 OK\r\nContent-Length: " + (MOST + 1) + "\r\n\r\n");

        assertThatThrownBy(() -> call(http)).hasMessage("the answer is larger than 1000 bytes");
        assertThat(peer.seesTheConnectionClosed()).isTrue();
    }

    @ParameterizedTest(name = "after \"{0}\"")
    @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"})
    void a_peer_that_closes_early_is_a_fault_and_a_post_is_not_repeated(String beginning) {
        peer.answersAndCloses(beginning);
        HttpRequest post = HttpRequest.newBuilder(request(peer.port()), (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThatThrownBy(() -> http.send(post))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(peer.requests()).isEqualTo(1);
    }

    @Test
    void a_get_is_repeated_once_at_most() {
        peer.answersAndCloses("");

        assertThatThrownBy(() -> call(http)).isInstanceOf(IOException.class);
        assertThat(peer.requests()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_redirect_is_returned_and_not_followed() throws Exception {
        peer.answers("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

        assertThat(call(http).statusCode()).isEqualTo(302);
    }

    @Test
    void a_port_without_a_server_is_distinguished() throws IOException {
        peer.close();

        assertThatThrownBy(() -> call(http)).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_host_that_accepts_no_connection_times_out_at_the_connect_limit() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, waiting);

            assertThatThrownBy(() -> new BoundedHttp(SHORT, LONG, MOST).send(request(full.getLocalPort())))
                    .isInstanceOf(HttpConnectTimeoutException.class);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the system's queue for this server is full, so that the next connection is not accepted. */
    private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
        boolean taken = true;
        while (taken) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 300);
            } catch (SocketTimeoutException queueFull) {
                taken = false;
            }
        }
    }

    @Test
    void an_interrupted_caller_returns_at_once_and_the_connection_is_closed() throws Exception {
        peer.answers("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                call(http);
            } catch (IOException | InterruptedException e) {
                ended.complete(e);
            }
        });
        caller.start();
        peer.awaitRequest();

        caller.interrupt();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(peer.seesTheConnectionClosed()).isTrue();
    }

    private HttpResponse<byte[]> call(BoundedHttp client) throws IOException, InterruptedException {
        return client.send(request(peer.port()));
    }

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
    }
}
