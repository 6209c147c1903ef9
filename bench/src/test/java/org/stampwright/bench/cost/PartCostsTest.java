package org.stampwright.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartCostsTest {

    @Test
    void a_threads_time_is_divided_as_its_samples_are_and_nothing_is_lost() {
        ThreadTimes used = new ThreadTimes(
                stat("java", 900, 200),
                Map.of(
                        11L, stat("http-thread-poo", 400, 100),
                        12L, stat("C2 CompilerThre", 300, 50),
                        13L, stat("Timer-0", 60, 0)));
        Map<String, Double> parts = new HashMap<>();

        PartCosts.add(parts, used, Map.of(11L, Map.of("web", 3, "SQL client", 1)));

        assertThat(parts)
                .containsEntry("web", 300.0)
                .containsEntry("SQL client", 100.0)
                .containsEntry("JIT compiler", 350.0)
                .containsEntry("threads without a sample", 60.0);
        assertThat(parts.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1100.0);
    }

    @Test
    void the_kernels_line_is_read_whatever_the_threads_name_is() {
        ProcStat stat = ProcStat.parse("42 (a) b (c) S 7 1 1 0 -1 4194560 1 0 0 0 150 25 3 4 20 0 1 0 5 6 7 8 9 10 11");

        assertThat(stat).isEqualTo(new ProcStat("a) b (c", 7, 1500, 250, 70));
    }

    @Test
    void this_process_has_used_processor_time() throws IOException {
        ThreadTimes now = ThreadTimes.now(ProcessHandle.current().pid());

        assertThat(now.process().ownMs()).isPositive();
        assertThat(now.threads()).isNotEmpty();
    }

    private static ProcStat stat(String name, long userMs, long systemMs) {
        return new ProcStat(name, 1, userMs, systemMs, 0);
    }
}
