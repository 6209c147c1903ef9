package org.stampwright.web.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InWordsTest {

    private final InWords words = new InWords();

    @Test
    void a_moment_is_written_to_the_second() {
        assertThat(words.moment(Instant.parse("2026-11-23T06:52:20.908631Z"))).isEqualTo("2026-11-23 06:52:20");
    }

    @Test
    void labels_are_written_by_their_numbers_and_a_single_label_in_words() {
        assertThat(words.labels(List.of(3, 4))).isEqualTo("3, 4");
        assertThat(words.labels(List.of(0))).isEqualTo("the single label");
        assertThat(words.labels(List.of())).isEqualTo("none");
    }
}
