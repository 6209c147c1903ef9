package org.stampwright.postage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WholeAnswerTest {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_peer_that_stops_in_the_middle_of_the_body_is_given_up() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");

        assertThatThrownBy(this::ask).isInstanceOf(HttpTimeoutException.class).hasMessageContaining("3000 ms");
    }

    @Test
    void a_peer_that_says_nothing_is_given_up() {
        answer("");

        assertThatThrownBy(this::ask).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_whole_answer_is_returned_with_its_body() throws IOException, InterruptedException {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");

        assertThat(ask().body()).asString(StandardCharsets.US_ASCII).isEqualTo("whole");
    }

    @Test
    void that_nobody_is_there_is_told_as_such() throws IOException {
        server.close();

        assertThatThrownBy(this::ask).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<byte[]> ask() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                .build();
        return WholeAnswer.to(HttpClient.newHttpClient(), question, LIMIT);
    }

    /** Reads the question, answers these bytes, and leaves the connection open. */
    private void answer(String bytes) {
        Thread peer = new Thread(() -> {
            try {
                Socket socket = server.accept();
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            } catch (IOException closed) {
                assertThat(server.isClosed()).isTrue();
            }
        });
        peer.setDaemon(true);
        peer.start();
    }
}
