package org.stampwright.authority.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;

class FaultTest {

    @Test
    void aFaultStrikesAsOftenAsOrderedAndOnlyItsPaths() {
        Fault fault = fault("{\"path\":\"/v1/psds\",\"mode\":\"error\",\"times\":2}");
        assertThat(fault.strikes("/v1/licence")).isFalse();
        assertThat(fault.strikes("/v1/psds/1")).isTrue();
        assertThat(fault.strikes("/v1/psds")).isTrue();
        assertThat(fault.strikes("/v1/psds")).isFalse();
    }

    @Test
    void aFaultNobodyCountedStrikesOnce() {
        Fault fault = fault("{\"path\":\"/\",\"mode\":\"drop-answer\"}");
        assertThat(fault.strikes("/a")).isTrue();
        assertThat(fault.strikes("/a")).isFalse();
    }

    @Test
    void aModeNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> fault("{\"path\":\"/\",\"mode\":\"explode\"}")).isInstanceOf(Problem.class);
    }

    @Test
    void aDelaySaysHowLong() {
        assertThatThrownBy(() -> fault("{\"path\":\"/\",\"mode\":\"delay\"}")).hasMessage("millis is missing.");
    }

    private static Fault fault(String json) {
        return Fault.of(Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
