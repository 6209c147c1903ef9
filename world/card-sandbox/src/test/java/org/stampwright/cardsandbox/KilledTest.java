package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a separate process, killed in the middle of its work. */
class KilledTest {
    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = folder.resolve("sandbox.properties");
        Files.writeString(
                config, "port=0\njournal=" + folder.resolve("journal") + "\nsecret-key=" + RunningSandbox.KEY + "\n");
    }

    private Process launch(AtomicReference<String> url) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CardSandbox.class.getName(),
                        "--config",
                        config.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        assertThat(line).startsWith("card sandbox ready at ");
        url.set(line.substring("card sandbox ready at ".length()));
        return process;
    }

    private static StripeClient client(String url) {
        return StripeClient.builder()
                .setApiKey(RunningSandbox.KEY)
                .setApiBase(url)
                .setMaxNetworkRetries(0)
                .build();
    }

    @Test
    void what_was_answered_before_a_kill_is_true_after_it() throws Exception {
        AtomicReference<String> url = new AtomicReference<>();
        Process first = launch(url);
        Queue<String> captured = new ConcurrentLinkedQueue<>();
        Queue<String> cancelled = new ConcurrentLinkedQueue<>();
        ExecutorService payers = Executors.newFixedThreadPool(4);
        StripeClient before = client(url.get());
        for (int i = 0; i < 4; i++) {
            boolean captures = i % 2 == 0;
            payers.execute(() -> settleUntilItDies(before, captures, captures ? captured : cancelled));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> captured.size() + cancelled.size() >= 40);

        first.destroyForcibly().waitFor();

        payers.shutdown();
        assertThat(payers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        Process second = launch(url);
        try {
            StripeClient after = client(url.get());
            for (String id : captured) {
                assertThat(after.v1().paymentIntents().retrieve(id).getStatus()).isEqualTo("succeeded");
            }
            for (String id : cancelled) {
                assertThat(after.v1().paymentIntents().retrieve(id).getStatus()).isEqualTo("canceled");
            }
        } finally {
            second.destroy();
            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void settleUntilItDies(StripeClient stripe, boolean captures, Queue<String> done) {
        try {
            while (true) {
                PaymentIntent held = stripe.v1()
                        .paymentIntents()
                        .create(RunningSandbox.intent(164, "pm_card_visa")
                                .setConfirm(true)
                                .build());
                PaymentIntent settled = captures
                        ? stripe.v1().paymentIntents().capture(held.getId())
                        : stripe.v1().paymentIntents().cancel(held.getId());
                done.add(settled.getId());
            }
        } catch (StripeException dead) {
            assertThat(dead).hasMessageContaining("IOException");
        }
    }

    @Test
    void a_port_in_use_is_said_in_one_line() throws Exception {
        AtomicReference<String> url = new AtomicReference<>();
        Process first = launch(url);
        try {
            Process second = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CardSandbox.class.getName(),
                            "--config",
                            config.toString(),
                            "--journal",
                            folder.resolve("other").toString(),
                            "--port",
                            url.get().substring(url.get().lastIndexOf(':') + 1))
                    .redirectErrorStream(true)
                    .start();

            String said = new String(second.getInputStream().readAllBytes());

            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .contains("card sandbox: cannot start on port")
                    .doesNotContain(RunningSandbox.KEY);
        } finally {
            first.destroy();
            first.waitFor();
        }
    }
}
