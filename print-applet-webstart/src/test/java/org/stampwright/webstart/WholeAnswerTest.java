package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WholeAnswerTest {
    @Test
    @Timeout(30)
    void a_vendor_that_stops_in_the_middle_of_its_answer_is_given_up() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerHalf(server));
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .build();

            assertThatThrownBy(() -> WholeAnswer.to(
                            question,
                            HttpResponse.BodyHandlers.ofString(),
                            HttpClient.newHttpClient(),
                            Duration.ofSeconds(2)))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    private static void answerHalf(ServerSocket server) {
        try {
            Socket vendor = server.accept();
            vendor.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
