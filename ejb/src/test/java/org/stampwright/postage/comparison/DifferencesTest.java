package org.stampwright.postage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.refusal.ProblemKind;

/** What counts as a difference, what an operator confirms, and that the database stores both. */
class DifferencesTest {

    private static final byte[] OTHER = new byte[32];

    private static Shop shop;
    private final Differences differences = shop.get(Differences.class);
    private final SellingStop stop = shop.get(SellingStop.class);

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** PSD 7 has two entries and 5,000 mills. */
    @BeforeEach
    void aPsd() {
        shop.change("set session_replication_role = replica; delete from psd_difference;"
                + " delete from difference_confirmation; delete from funding; delete from ledger_entry; delete from"
                + " psd;"
                + " delete from postage_order;"
                + " insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending, descending,"
                + " funds_added, funds_withdrawn, piece_count, entry_number, head, maximum_descending, maximum_postage)"
                + " values (7, gen_random_uuid(), 'active', 1, 1, now(), 0, 5000, 5000, 0, 0, 2, sha256('two'),"
                + " 9999999,"
                + " 99999)");
        entry(1, "one");
        entry(2, "two");
    }

    private static void entry(long number, String bytes) {
        shop.change(
                "insert into ledger_entry (psd, number, kind, entry, seal, ascending, descending, piece_count, epoch,"
                        + " owner_id) values (7, " + number + ", 'funded', '" + bytes
                        + "', decode(repeat('00', 64), 'hex'), 0, 0,"
                        + " 0, 1, 1)");
    }

    private static byte[] hash(String entry) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(entry.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private List<Difference> compare(long psd, long number, byte[] hash, long granted) {
        return differences.record(List.of(new AuthorityHead(psd, number, hash, granted)), "alder");
    }

    private Set<Long> shown() {
        return differences.unconfirmed().stream().map(Difference::id).collect(Collectors.toSet());
    }

    @Test
    void an_authority_that_has_as_much_or_less_is_no_difference() {
        assertThat(compare(7, 2, hash("two"), 5_000)).isEmpty();
        assertThat(compare(7, 1, hash("one"), 0)).isEmpty();
        assertThat(compare(7, 0, new byte[0], 0)).isEmpty();
        assertThat(stop.isStopped()).isFalse();
        assertThat(stop.refusal()).isEmpty();
    }

    @Test
    void a_psd_that_was_given_and_not_opened_yet_is_no_difference() {
        assertThat(compare(8, 0, new byte[0], 0)).isEmpty();
    }

    @Test
    void funds_that_were_granted_and_not_credited_yet_are_no_difference() {
        shop.change("insert into funding (id, psd, amount, control_total, state)"
                + " values (gen_random_uuid(), 7, 300, 5000, 'open')");
        assertThat(compare(7, 2, hash("two"), 5_300)).isEmpty();
        assertThat(compare(7, 2, hash("two"), 5_301)).hasSize(1);
    }

    @Test
    void a_later_entry_stops_the_vendor_and_suspends_the_psd() {
        assertThat(compare(7, 3, OTHER, 5_000)).singleElement().satisfies(found -> {
            assertThat(found.psd()).isEqualTo(7);
            assertThat(found.authorityEntry()).isEqualTo(3);
            assertThat(found.ourEntry()).isEqualTo(2);
            assertThat(found.noticedBy()).isEqualTo("alder");
        });
        assertThat(stop.isStopped()).isTrue();
        assertThat(stop.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(ProblemKind.SELLING_STOPPED));
        assertThat(shop.one("select state || ': ' || suspended_because from psd"))
                .isEqualTo("suspended: the authority has entry 3, this vendor only 2");
    }

    @Test
    void another_entry_of_the_same_number_stops_the_vendor() {
        assertThat(compare(7, 2, OTHER, 5_000)).hasSize(1);
        assertThat(compare(7, 1, OTHER, 5_000)).hasSize(1);
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void funds_that_the_database_never_asked_for_stop_the_vendor() {
        assertThat(compare(7, 2, hash("two"), 5_001)).hasSize(1);
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void a_psd_that_the_database_does_not_know_stops_the_vendor() {
        assertThat(compare(8, 1, OTHER, 0)).singleElement().satisfies(found -> assertThat(found.ourEntry())
                .isNull());
        assertThat(compare(9, 0, new byte[0], 100)).hasSize(1);
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void a_difference_is_recorded_once() {
        assertThat(compare(7, 3, OTHER, 5_000)).hasSize(1);
        assertThat(compare(7, 3, OTHER, 5_000)).isEmpty();
        assertThat(differences.unconfirmed()).hasSize(1);
    }

    @Test
    void what_was_shown_is_confirmed_by_name_and_a_new_difference_stops_the_vendor_again() {
        compare(7, 3, OTHER, 5_000);
        compare(8, 1, OTHER, 0);
        assertThat(granted(differences.confirm(shop.operator, " Restored from Monday. ", shown())))
                .isEqualTo(2);
        assertThat(stop.isStopped()).isFalse();
        assertThat(differences.confirmations()).singleElement().satisfies(act -> {
            assertThat(act.operator()).isEqualTo("operator");
            assertThat(act.reason()).isEqualTo("Restored from Monday.");
            assertThat(act.differences()).isEqualTo(2);
        });
        assertThat(compare(7, 3, OTHER, 5_000)).as("confirmed before").isEmpty();
        assertThat(stop.isStopped()).isFalse();
        assertThat(compare(7, 4, OTHER, 5_000)).hasSize(1);
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void a_difference_that_was_not_shown_is_not_confirmed() {
        compare(7, 3, OTHER, 5_000);
        Set<Long> shown = shown();
        compare(8, 1, OTHER, 0);
        assertThat(refused(differences.confirm(shop.operator, "Restored.", shown))
                        .kind())
                .isEqualTo(ProblemKind.DIFFERENCES_CHANGED);
        assertThat(refused(differences.confirm(shop.operator, "Restored.", Set.of()))
                        .kind())
                .isEqualTo(ProblemKind.DIFFERENCES_CHANGED);
        assertThat(stop.isStopped()).isTrue();
        assertThat(differences.confirmations()).isEmpty();
    }

    @Test
    void without_a_reason_nothing_is_confirmed() {
        compare(7, 3, OTHER, 5_000);
        assertThat(refused(differences.confirm(shop.operator, "  ", shown())).kind())
                .isEqualTo(ProblemKind.REASON_MISSING);
        assertThat(refused(differences.confirm(shop.operator, "x".repeat(1_001), shown()))
                        .field())
                .isEqualTo("reason");
        assertThat(stop.isStopped()).isTrue();
    }

    @Test
    void the_psds_stay_suspended_after_the_confirmation() {
        compare(7, 3, OTHER, 5_000);
        differences.confirm(shop.operator, "Restored.", shown());
        assertThat(shop.one("select state from psd")).isEqualTo("suspended");
    }

    @Test
    void the_application_changes_nothing_of_a_difference_but_its_confirmation() {
        compare(7, 3, OTHER, 5_000);
        for (String forbidden : List.of(
                "update psd_difference set authority_entry = 2",
                "delete from psd_difference",
                "update difference_confirmation set reason = 'x'",
                "delete from difference_confirmation")) {
            assertThatThrownBy(() -> asApplication(forbidden)).as(forbidden).hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_schema_refuses_a_confirmation_without_a_reason_and_a_head_without_an_entry() {
        assertThatThrownBy(() -> shop.change("insert into difference_confirmation (operator_id, operator, reason)"
                        + " values (1, 'operator', '  ')"))
                .hasStackTraceContaining("difference_confirmation_reason_check");
        assertThatThrownBy(() -> compare(7, 0, OTHER, 9_000)).hasStackTraceContaining("psd_difference_check");
    }

    @Test
    void the_first_instance_in_ten_seconds_takes_the_turn_to_compare() {
        shop.change("update head_comparison set begun_at = now() - interval '11 seconds', completed_at = null");
        assertThat(differences.takesTurn()).isTrue();
        assertThat(differences.takesTurn()).isFalse();
        assertThat(differences.comparedAt()).isEmpty();
        differences.compared();
        assertThat(differences.comparedAt()).isPresent();
    }

    private static void asApplication(String sql) throws java.sql.SQLException {
        try (var connection = shop.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
