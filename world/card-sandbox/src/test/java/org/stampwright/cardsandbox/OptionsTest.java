package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("sandbox.properties");
        Files.writeString(
                file,
                "port=8098\njournal=kept/journal\nsecret-key=sk_test_fromfile\n"
                        + "webhook-url=http://127.0.0.1:8080/webhooks/cards\nwebhook-secret=whsec_fromfile\n");
    }

    private Options read(Map<String, String> environment, String... args) throws IOException {
        return Options.read(args, new Properties(), environment);
    }

    @Test
    void the_file_says_everything_and_arguments_say_it_better() throws IOException {
        Options options = read(Map.of("CARD_SANDBOX_PORT", "8097"), "--config", file.toString(), "--port", "8099");

        assertThat(options.port()).isEqualTo(8099);
        assertThat(options.secretKey()).isEqualTo("sk_test_fromfile");
        assertThat(options.webhookSecret()).isEqualTo("whsec_fromfile");
        assertThat(options.journal()).isEqualTo(Path.of("kept/journal"));
        assertThat(options.webhookEvents()).containsExactly("*");
        assertThat(read(Map.of("CARD_SANDBOX_PORT", "8097"), "--config", file.toString())
                        .port())
                .isEqualTo(8097);
    }

    @Test
    void secrets_are_not_taken_from_arguments() {
        assertThatThrownBy(() -> read(Map.of(), "--config", file.toString(), "--secret-key", "sk_test_seen"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--config")
                .hasMessageNotContaining("sk_test_seen");
    }

    @Test
    void a_live_key_a_missing_journal_and_unknown_options_are_refused() {
        assertThatThrownBy(() -> read(Map.of("CARD_SANDBOX_SECRET_KEY", "sk_live_1"), "--config", file.toString()))
                .hasMessageContaining("test key");
        assertThatThrownBy(() -> read(Map.of("CARD_SANDBOX_SECRET_KEY", "sk_test_1")))
                .hasMessageContaining("journal");
        assertThatThrownBy(() -> read(Map.of(), "--colour", "red")).hasMessageContaining("--colour");
        assertThatThrownBy(() -> read(Map.of(), "--port")).hasMessageContaining("--port");
    }
}
