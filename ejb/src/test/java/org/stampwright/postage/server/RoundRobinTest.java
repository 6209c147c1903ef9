package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private static List<RoundRobin.Listed> list(int size) {
        return LongStream.rangeClosed(1, size).mapToObj(id -> listed(id, true)).toList();
    }

    private static RoundRobin.Listed listed(long id, boolean alive) {
        return new RoundRobin.Listed(new Candidate(id, "s" + id, "http://127.0.0.1:" + id), alive);
    }

    @Property
    void consecutive_turns_give_each_exactly_its_share(
            @ForAll @IntRange(min = 1, max = 9) int size,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE - 1000) long first) {
        Map<Long, Integer> selected = new HashMap<>();
        for (int i = 0; i < 10 * size; i++) {
            selected.merge(RoundRobin.inTurn(list(size), first + i).get(0).id(), 1, Integer::sum);
        }
        assertThat(selected).hasSize(size).allSatisfy((id, times) -> assertThat(times)
                .isEqualTo(10));
    }

    @Test
    void a_server_system_that_refuses_is_skipped_for_the_next_in_the_list() {
        assertThat(RoundRobin.inTurn(list(3), 5)).extracting(Candidate::id).containsExactly(3L, 1L, 2L);
    }

    @Test
    void a_server_system_that_is_not_alive_leaves_the_turns_of_the_others_as_they_are() {
        List<RoundRobin.Listed> list = List.of(listed(1, true), listed(2, false), listed(3, true));
        assertThat(LongStream.range(0, 6)
                        .mapToObj(turn -> RoundRobin.inTurn(list, turn).get(0).id()))
                .containsExactly(1L, 3L, 3L, 1L, 3L, 3L);
    }

    @Test
    void a_procedure_is_found_by_its_name_and_no_other() {
        assertThat(SelectionProcedure.named("round-robin")).containsInstanceOf(RoundRobin.class);
        assertThat(SelectionProcedure.named("fewest-unfinished")).containsInstanceOf(FewestUnfinished.class);
        assertThat(SelectionProcedure.named("random")).isEmpty();
    }
}
