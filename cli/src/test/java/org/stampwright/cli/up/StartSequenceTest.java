package org.stampwright.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stampwright.cli.node.PayaraInstance;

class StartSequenceTest {

    private static final Duration WHAT_A_COMMAND_MAY_TAKE = Duration.ofMinutes(6);

    @Test
    void a_start_that_hangs_once_has_its_second_try_within_the_limit_of_the_whole() {
        Duration bothTries = PayaraInstance.PATIENCE.multipliedBy(3);

        assertThat(bothTries).isLessThan(StartSequence.LIMIT.minusSeconds(30));
        assertThat(StartSequence.LIMIT).isLessThan(WHAT_A_COMMAND_MAY_TAKE);
    }
}
