package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal");
    }

    @Test
    void aRestartAnswersAsBeforeDownToTheLastField() throws IOException, StripeException {
        String intentBefore;
        String sessionBefore;
        String listBefore;
        Session session;
        String captured;
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            captured = sandbox.captured(164).getId();
            session = sandbox.session(82, 2);
            sandbox.payWith(session, "4242424242424242");
            intentBefore = sandbox.retrieve(captured).getLastResponse().body();
            sessionBefore = sandbox.session(session.getId()).getLastResponse().body();
            listBefore = sandbox.stripe.v1().charges().list().getLastResponse().body();
        }
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(captured).getLastResponse().body()).isEqualTo(intentBefore);
            assertThat(sandbox.session(session.getId()).getLastResponse().body()).isEqualTo(sessionBefore);
            assertThat(sandbox.stripe.v1().charges().list().getLastResponse().body()).isEqualTo(listBefore);
        }
    }

    @Test
    void theClockAndTheEndsOfHoldsSurviveARestart() throws IOException, StripeException {
        String id;
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            id = sandbox.held(164).getId();
            sandbox.advance(Duration.ofDays(6));
        }
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
            sandbox.advance(Duration.ofDays(1).plusSeconds(1));
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("canceled");
        }
    }

    @Test
    void aLineCutShortByACrashIsCutOffAndTheRestStays() throws IOException, StripeException {
        String id;
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            id = sandbox.held(164).getId();
        }
        Files.writeString(file, "{\"objects\":[{\"id\":\"pi_torn\",\"obj", StandardOpenOption.APPEND);

        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
            assertThat(sandbox.stripe.v1().paymentIntents().capture(id).getStatus()).isEqualTo("succeeded");
        }
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("succeeded");
        }
    }

    @Test
    void aDamagedLineBeforeTheLastStopsTheStart() throws IOException {
        Files.writeString(file, "{\"act\":\n{}\n");

        assertThatThrownBy(() -> RunningSandbox.start(file)).isInstanceOf(JsonParsingException.class);
    }

    @Test
    void twoSandboxesDoNotShareAJournal() throws IOException {
        try (RunningSandbox first = RunningSandbox.start(file)) {
            assertThatThrownBy(() -> RunningSandbox.start(file)).isInstanceOf(IOException.class)
                    .hasMessageContaining("another card sandbox");
            assertThat(first.changes()).isEqualTo(1);
        }
    }

    @Test
    void whatIsAnsweredIsInTheFileAndCardNumbersAreNot() throws IOException, StripeException {
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            String id = sandbox.held(164).getId();
            sandbox.payWith(sandbox.session(82, 2), "4242424242424242");
            sandbox.payWith(sandbox.session(82, 2), "4000 0000 0000 9995");

            String written = Files.readString(file);

            assertThat(written).contains(id).doesNotContain("4242424242424242", "4000000000009995", "4242 4242");
        }
    }

    @Test
    void aLineIsFoundAtItsPlace() throws IOException {
        try (Journal journal = Journal.open(file)) {
            journal.replay((line, place) -> { });
            long first = journal.append(Fields.none().set("name", "Zoë – " + "x".repeat(20_000)).build());
            long second = journal.append(Fields.none().set("name", "second").build());
            journal.sync();

            assertThat(journal.lineAt(first).getString("name")).startsWith("Zoë – xx").hasSize(20_006);
            assertThat(journal.lineAt(second).getString("name")).isEqualTo("second");
            assertThat(journal.linesAfter(1).toList()).isEqualTo(List.of("{\"name\":\"second\"}"));
        }
        try (Journal journal = Journal.open(file)) {
            java.util.List<Long> places = new java.util.ArrayList<>();
            journal.replay((line, place) -> places.add(place));
            assertThat(journal.lineAt(places.get(1)).getString("name")).isEqualTo("second");
        }
    }
}
