package org.stampwright.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTimesTest {

    private static final String ENDED = "PostgreSQL: ended backends";
    private static final String BACKENDS = "PostgreSQL: database authority";

    @Test
    void the_time_of_a_backend_that_ended_is_not_counted_twice() {
        ProcessTimes before = new ProcessTimes(Map.of("alder", 100L, BACKENDS, 700L, ENDED, 50L));
        ProcessTimes after = new ProcessTimes(Map.of("alder", 130L, BACKENDS, 10L, ENDED, 770L));

        assertThat(after.since(before))
                .containsEntry("alder", 30L)
                .containsEntry(BACKENDS, 0L)
                .containsEntry(ENDED, 30L)
                .containsEntry("all", 60L);
    }

    @Test
    void a_program_that_began_meanwhile_counts_from_its_begin() {
        assertThat(new ProcessTimes(Map.of("birch", 40L)).since(new ProcessTimes(Map.of())))
                .containsEntry("birch", 40L)
                .containsEntry("all", 40L);
    }
}
