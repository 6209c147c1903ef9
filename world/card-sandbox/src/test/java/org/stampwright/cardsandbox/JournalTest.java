package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.journal.Journal;

class JournalTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal");
    }

    @Test
    void a_restart_answers_as_before_down_to_the_last_field() throws IOException, StripeException {
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
            assertThat(sandbox.session(session.getId()).getLastResponse().body())
                    .isEqualTo(sessionBefore);
            assertThat(sandbox.stripe.v1().charges().list().getLastResponse().body())
                    .isEqualTo(listBefore);
        }
    }

    @Test
    void the_clock_and_the_ends_of_holds_survive_a_restart() throws IOException, StripeException {
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
    void a_line_cut_short_by_a_crash_is_cut_off_and_the_rest_stays() throws IOException, StripeException {
        String id;
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            id = sandbox.held(164).getId();
        }
        Files.writeString(file, "{\"objects\":[{\"id\":\"pi_torn\",\"obj", StandardOpenOption.APPEND);

        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("requires_capture");
            assertThat(sandbox.stripe.v1().paymentIntents().capture(id).getStatus())
                    .isEqualTo("succeeded");
        }
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            assertThat(sandbox.retrieve(id).getStatus()).isEqualTo("succeeded");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"head\":{\"act\":\"clock\"",
                "{}",
                "",
                "[]",
                "{\"objects\":[]}",
                "nonsense",
                "{\"head\":{\"act\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"},\"objects\":["
            })
    void a_damaged_line_before_the_last_stops_the_start(String damaged) throws IOException {
        Files.writeString(file, line("1", "whole") + "\n" + damaged + "\n" + line("3", "whole") + "\n");

        assertThatThrownBy(() -> RunningSandbox.start(file))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 of the journal is damaged");
    }

    @Test
    void two_sandboxes_do_not_share_a_journal() throws IOException {
        try (RunningSandbox first = RunningSandbox.start(file)) {
            assertThatThrownBy(() -> RunningSandbox.start(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another card sandbox");
            assertThat(first.changes()).isEqualTo(1);
        }
    }

    @Test
    void what_is_answered_is_in_the_file_and_card_numbers_are_not() throws IOException, StripeException {
        try (RunningSandbox sandbox = RunningSandbox.start(file)) {
            String id = sandbox.held(164).getId();
            sandbox.payWith(sandbox.session(82, 2), "4242424242424242");
            sandbox.payWith(sandbox.session(82, 2), "4000 0000 0000 9995");

            String written = Files.readString(file);

            assertThat(written).contains(id).doesNotContain("4242424242424242", "4000000000009995", "4242 4242");
        }
    }

    @Test
    void a_line_is_found_at_its_place() throws IOException {
        try (Journal journal = Journal.open(file)) {
            journal.replay((head, place) -> {});
            long first = journal.append(line("1", "Zoë – " + "x".repeat(90_000)));
            long second = journal.append(line("2", "second"));
            journal.sync();

            assertThat(journal.lineAt(first).getString("name"))
                    .startsWith("Zoë – xx")
                    .hasSize(90_006);
            assertThat(journal.lineAt(second).getString("name")).isEqualTo("second");
            assertThat(journal.linesAfter(1).toList())
                    .isEqualTo(List.of(line("2", "second").toString()));
        }
        try (Journal journal = Journal.open(file)) {
            List<Long> places = new ArrayList<>();
            List<String> heads = new ArrayList<>();
            journal.replay((head, place) -> {
                heads.add(head.getString("act"));
                places.add(place);
            });
            assertThat(heads).containsExactly("1", "2");
            assertThat(journal.lineAt(places.get(1)).getString("name")).isEqualTo("second");
        }
    }

    private static JsonObject line(String act, String name) {
        return Fields.none()
                .set("head", Fields.none().set("act", act))
                .set("name", name)
                .build();
    }
}
