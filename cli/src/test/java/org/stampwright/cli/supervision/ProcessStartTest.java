package org.stampwright.cli.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStartTest {

    private static final ProcessHandle US = ProcessHandle.current();

    @Test
    void a_process_is_known_by_its_birth() {
        assertThat(ProcessStart.of(US).isThatOf(US)).isTrue();
        assertThat(ProcessStart.of(US)).isEqualTo(ProcessStart.of(US));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void another_boot_or_another_tick_is_another_process() {
        String text = ProcessStart.of(US).text();
        assertThat(text).matches("[0-9a-f-]{36} [0-9]+");

        assertThat(new ProcessStart(text + "0").isThatOf(US)).isFalse();
        assertThat(new ProcessStart("00000000-0000" + text.substring(13)).isThatOf(US))
                .isFalse();
        assertThat(new ProcessStart(Instant.now().toString()).isThatOf(US)).isFalse();
    }
}
