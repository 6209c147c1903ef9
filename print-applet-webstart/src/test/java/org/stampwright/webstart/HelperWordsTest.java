package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.LabelSerial;

class HelperWordsTest {
    private static final String SERIAL = new LabelSerial("SW00000001").printed();

    @ParameterizedTest
    @CsvSource({
        "wrong-serial, true",
        "overloaded, true",
        "ticket-used, false",
        "ticket-ended, false",
        "ticket-expired, false",
        "unauthenticated, false"
    })
    void only_some_problems_let_the_person_try_again(String kind, boolean again) {
        Problem problem = problem(400, "{\"type\":\"urn:stampwright:problem:" + kind + "\",\"detail\":\"d\"}");
        assertThat(problem.mayTryAgain()).isEqualTo(again);
        assertThat(problem.inWords()).isNotBlank().doesNotContain(kind).endsWith(".");
    }

    @Test
    void no_more_tries_left_is_no_invitation() {
        Problem problem = problem(422, "{\"type\":\"urn:stampwright:problem:wrong-serial\",\"left\":0}");
        assertThat(problem.mayTryAgain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[1]", "{\"type\":7}"})
    void an_answer_that_is_no_problem_document_still_has_words(String body) {
        assertThat(problem(503, body).inWords()).contains("503");
    }

    @Test
    void slips_of_the_finger_are_caught_before_the_vendor_counts_them() {
        assertThat(TypedSerial.objection(SERIAL)).isEmpty();
        assertThat(TypedSerial.objection(SERIAL.substring(6))).isEmpty();
        assertThat(TypedSerial.objection("")).isPresent();
        assertThat(TypedSerial.objection("1234"))
                .hasValueSatisfying(words -> assertThat(words).contains("last 5"));
        assertThat(TypedSerial.objection(SERIAL + "9"))
                .hasValueSatisfying(words -> assertThat(words).contains("12"));
        assertThat(TypedSerial.objection(SERIAL.replaceFirst("SW", "WS"))).isPresent();
    }

    @Test
    void the_ticket_does_not_show_itself() {
        assertThat(new Ticket("secret-thing").toString()).doesNotContain("secret");
        assertThat(String.valueOf(HelperArguments.parse("http://127.0.0.1:1", "o", "secret-thing")))
                .doesNotContain("secret");
        assertThatThrownBy(() -> new Ticket("two words")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ticket_is_read_from_the_input_without_its_line_end() throws IOException {
        assertThat(Ticket.read("-", new ByteArrayInputStream("abc\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(new Ticket("abc"));
    }

    @Test
    void arguments_are_a_jnlps_or_the_no_window_modes() {
        assertThat(HelperArguments.parse("http://127.0.0.1:1", "order", "ticket"))
                .isInstanceOf(HelperArguments.Windowed.class);
        assertThat(HelperArguments.parse(
                        "--url", "http://127.0.0.1:1", "--ticket", "-", "--serial", SERIAL, "--pdf", "a.pdf"))
                .isInstanceOfSatisfying(HelperArguments.NoWindow.class, start -> assertThat(start.run())
                        .isEqualTo(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--url", "--pdf x --ticket - --serial s", "--url a --other b", "a b", ""})
    void other_arguments_are_answered_with_the_usage(String line) {
        assertThatThrownBy(() -> HelperArguments.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage:");
    }

    private static Problem problem(int status, String body) {
        return Problem.parse(status, body.getBytes(StandardCharsets.UTF_8));
    }
}
