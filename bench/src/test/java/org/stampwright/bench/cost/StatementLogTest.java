package org.stampwright.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.bench.cost.StatementLog.Counted;

class StatementLogTest {

    @Test
    void a_transaction_is_one_and_each_statement_outside_of_one_is_another() {
        assertThat(StatementLog.counted(List.of(
                        "bench 7 stampwright_app LOG:  execute <unnamed>: BEGIN",
                        "bench 7 stampwright_app LOG:  execute S_3: update psd set value = $1",
                        "bench 7 stampwright_app DETAIL:  parameters: $1 = '3'",
                        "bench 9 stampwright_app LOG:  execute S_1: select 1",
                        "bench 7 stampwright_app LOG:  execute S_4: select 2",
                        "\tfrom psd",
                        "bench 7 stampwright_app LOG:  execute S_1: COMMIT")))
                .containsEntry("stampwright_app", new Counted(3, 2));
    }

    @Test
    void users_are_counted_apart_and_a_further_page_of_rows_is_no_statement() {
        assertThat(StatementLog.counted(List.of(
                        "bench 7 authority LOG:  statement: select 1",
                        "bench 8 stampwright_audit LOG:  execute S_1/C_2: select 2",
                        "bench 8 stampwright_audit LOG:  execute fetch from S_1/C_2: select 2")))
                .containsEntry("authority", new Counted(1, 1))
                .containsEntry("stampwright_audit", new Counted(1, 1));
    }

    @Test
    void a_transaction_that_began_before_the_log_ends_without_being_counted() {
        assertThat(StatementLog.counted(List.of("bench 7 stampwright_app LOG:  execute S_1: ROLLBACK")))
                .containsEntry("stampwright_app", new Counted(0, 0));
    }
}
