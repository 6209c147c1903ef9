package org.stampwright.authority.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;

class FaultTest {

    @Test
    void a_fault_strikes_as_often_as_ordered_and_only_its_paths() {
        Fault fault = fault("{\"path\":\"/v1/psds\",\"mode\":\"error\",\"times\":2}");
        assertThat(fault.strikes("/v1/licence")).isFalse();
        assertThat(fault.strikes("/v1/psds/1")).isTrue();
        assertThat(fault.strikes("/v1/psds")).isTrue();
        assertThat(fault.strikes("/v1/psds")).isFalse();
    }

    @Test
    void a_fault_nobody_counted_strikes_once() {
        Fault fault = fault("{\"path\":\"/\",\"mode\":\"drop-answer\"}");
        assertThat(fault.strikes("/a")).isTrue();
        assertThat(fault.strikes("/a")).isFalse();
    }

    @Test
    void a_mode_nobody_knows_is_refused() {
        assertThatThrownBy(() -> fault("{\"path\":\"/\",\"mode\":\"explode\"}")).isInstanceOf(Problem.class);
    }

    @Test
    void a_delay_says_how_long() {
        assertThatThrownBy(() -> fault("{\"path\":\"/\",\"mode\":\"delay\"}")).hasMessage("millis is missing.");
    }

    private static Fault fault(String json) {
        return Fault.of(Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
