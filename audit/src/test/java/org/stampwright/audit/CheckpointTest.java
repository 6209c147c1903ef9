package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("From a checkpoint on, the auditor reads what is new; the recount reads every row")
class CheckpointTest {

    private static final String[] NO_SEAL = {
        "update ledger_entry set seal = decode(repeat('11', 64), 'hex') where number = 2"
    };
    private static final String NOT_USED = "update label_position set state = 'reserved'";

    private final AuditedWorld world = AuditedWorld.shared();
    private Checkpoint checkpoint;

    @BeforeEach
    void audit() throws SQLException {
        checkpoint = world.checkpoint();
    }

    @Test
    void it_is_the_newest_receipt_of_each_psd() {
        assertThat(checkpoint.receipted()).isEqualTo(Map.of(AuditedWorld.PSD, 3L));
    }

    @Test
    void nothing_is_found_while_all_invariants_hold() throws SQLException {
        assertThat(since()).isEmpty();
        assertThat(since(world.suspendedAndResumed())).isEmpty();
    }

    @Test
    void an_old_entry_that_was_changed_is_left_to_the_recount() throws SQLException {
        assertThat(since(NO_SEAL)).isEmpty();
        assertThat(world.findingsAfter(NO_SEAL)).extracting(Finding::invariant).containsExactly("I10");
    }

    @Test
    void a_new_entry_is_checked() throws SQLException {
        assertThat(since(with(
                        world.suspendedAndResumed(),
                        "update ledger_entry set seal = '" + "\\x" + "11".repeat(64) + "' where number = 4")))
                .containsExactly(new Finding("I10", "psd 00000017", "entry 4 does not bear the seal of its owner"));
        assertThat(since(with(world.suspendedAndResumed(), "delete from ledger_entry where number = 4")))
                .containsExactly(new Finding("I4", "psd 00000017", "entry 5: entry 5 does not follow entry 3"));
    }

    @Test
    void a_row_that_is_not_what_its_last_entry_says_is_found_without_reading_the_chain() throws SQLException {
        assertThat(since("update psd set ascending = ascending + 1, descending = descending - 1"))
                .extracting(Finding::invariant)
                .containsExactlyInAnyOrder("I3", "I10");
        assertThat(since("update psd set funds_added = funds_added + 5, funds_withdrawn = 5"))
                .extracting(Finding::invariant)
                .containsExactlyInAnyOrder("I1", "I10");
    }

    @Test
    void a_new_piece_that_no_entry_records_is_found() throws SQLException {
        assertThat(since("insert into indicium_content select psd, 2, entry_number, order_id, 2, line, sheet,"
                        + " position, value, "
                        + "content from indicium_content"))
                .extracting(Finding::invariant)
                .contains("I3", "I4");
    }

    @Test
    void the_receipt_of_the_checkpoint_must_still_be_there_and_fit() throws SQLException {
        assertThat(since("delete from psd_receipt"))
                .contains(new Finding(
                        "I10", "psd 00000017", "entry 3 had a receipt at the last audit, and one of the two is gone"));
        assertThat(since("update psd_receipt set receipt = set_byte(receipt, 30, 1 + get_byte(receipt, 30) % 255)"))
                .contains(new Finding("I10", "psd 00000017", "the receipt for entry 3 is not signed by the authority"));
    }

    @Test
    void an_order_that_was_settled_before_is_left_to_the_recount() throws SQLException {
        assertThat(since(NOT_USED)).isEmpty();
        assertThat(world.findingsAfter(NOT_USED)).extracting(Finding::invariant).containsOnly("I8");
    }

    @Test
    void an_order_that_was_settled_since_is_checked() throws SQLException {
        assertThat(since("update postage_order set settled_at = now() - interval '1 second'", NOT_USED))
                .extracting(Finding::invariant)
                .contains("I8");
    }

    @Test
    void an_order_whose_piece_was_voided_since_is_checked() throws SQLException {
        assertThat(since("insert into piece_void (id, psd, piece_count, because, state, closed_at) values"
                        + " (gen_random_uuid(), "
                        + "17, 1, 'test', 'voided', now())"))
                .extracting(Finding::invariant)
                .contains("I2", "I6");
    }

    @Test
    void a_checkpoint_of_another_database_or_of_a_later_time_is_not_used() throws SQLException {
        Checkpoint foreign = new Checkpoint(Long.MAX_VALUE / 2, checkpoint.at(), checkpoint.receipted());
        Checkpoint later = new Checkpoint(
                checkpoint.watermark(), checkpoint.at().plus(Duration.ofHours(1)), checkpoint.receipted());
        for (Checkpoint unusable : List.of(foreign, later)) {
            assertThat(world.findingsSince(unusable, NOT_USED)).isNotEmpty();
        }
    }

    private List<Finding> since(String... changes) throws SQLException {
        return world.findingsSince(checkpoint, changes);
    }

    private static String[] with(String[] changes, String one) {
        return Stream.concat(Stream.of(changes), Stream.of(one)).toArray(String[]::new);
    }
}
