package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowCallersTest {

    private static final int MORE_THAN_THREADS = 80;
    private static final Duration BRIEFLY = Duration.ofSeconds(2);
    private static final Duration TIME_OUT_AND_SOME = Duration.ofSeconds(20);
    private static final String HEAD_AND_PART_OF_A_BODY = "POST /v1/payment_intents HTTP/1.1\r\nHost: cards\r\n"
            + "Authorization: Bearer " + RunningSandbox.KEY + "\r\nContent-Length: 100\r\n\r\na";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Socket> callers = new ArrayList<>();

    @TempDir
    Path folder;

    private RunningSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.start(folder.resolve("journal"));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        sandbox.close();
    }

    @Test
    void bodies_that_never_end_hold_the_threads_until_the_time_out_and_health_answers_meanwhile() throws Exception {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            Socket caller = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(sandbox.url()).getPort());
            caller.getOutputStream().write(HEAD_AND_PART_OF_A_BODY.getBytes(StandardCharsets.US_ASCII));
            callers.add(caller);
        }

        assertThatThrownBy(() -> status(sandbox.url() + "/health", BRIEFLY))
                .as("every thread of the API waits for a body")
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(status(sandbox.healthUrl(), BRIEFLY)).isEqualTo(200);
        assertThat(status(sandbox.url() + "/health", TIME_OUT_AND_SOME))
                .as("after the time-out the API answers again")
                .isEqualTo(200);
    }

    private int status(String url, Duration limit) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(limit).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
