package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.Comparisons;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.comparison.SellingStopped;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.Placement;
import org.stampwright.postage.order.PlacingOrders;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.rating.LineRequest;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.worker.Bench;

/**
 * Each step that sells is refused while the authority is ahead of the database, and writes nothing. The steps that
 * write the ledger are in {@link LedgerIT}.
 */
class SellingStopTest {

    private static Shop shop;

    @TempDir
    static Path folder;

    private final PsdLedger ledger = shop.get(PsdLedger.class);
    private final Bench bench = new Bench(folder);
    private final LedgerEntry opened = bench.opened();

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void empty() {
        shop.reset();
        shop.change("set session_replication_role = replica; delete from psd_difference;"
                + " delete from difference_confirmation; delete from funding; delete from ledger_entry;"
                + " delete from indicium_content; delete from psd");
    }

    private static void stop() {
        shop.change("insert into psd_difference (psd, authority_entry, authority_head, authority_granted, our_funds,"
                + " noticed_by) values (5, 1, sha256('x'), 0, 0, 'alder')");
    }

    private SealedEntry sealed(LedgerEntry entry) {
        return new SealedEntry(entry, bench.module.module().seal(entry));
    }

    private static Placement placement() {
        return new Placement(
                "k", "10.0.0.1", shop.sheet, 1, List.of(new LineRequest("letter", 1, null)), "pm_card_visa");
    }

    private static UUID placed() {
        return granted(shop.get(PlacingOrders.class).place(shop.client, placement()))
                .order();
    }

    @Test
    void no_order_is_placed_by_api() {
        stop();
        assertThat(refused(shop.get(PlacingOrders.class).place(shop.client, placement()))
                        .kind())
                .isEqualTo(ProblemKind.SELLING_STOPPED);
        assertThat(shop.one("select count(*) from postage_order")).isEqualTo("0");
        assertThat(shop.one("select count(*) from label_position where state <> 'free'"))
                .isEqualTo("0");
    }

    @Test
    void no_order_is_placed_in_the_storefront() {
        Drafts drafts = shop.get(Drafts.class);
        UUID id = drafts.start(shop.consumer, "10.0.0.2").order();
        granted(drafts.chooseSheet(shop.consumer, id, shop.sheet, 3));
        granted(drafts.chooseLines(shop.consumer, id, List.of(new LineRequest("letter", 2, null))));
        stop();
        assertThat(refused(shop.get(PlacingOrders.class).placeDraft(shop.consumer, id))
                        .kind())
                .isEqualTo(ProblemKind.SELLING_STOPPED);
        assertThat(shop.one("select state from postage_order")).isEqualTo("draft");
    }

    @Test
    void the_answer_to_a_key_that_is_known_is_still_given() {
        UUID before = placed();
        stop();
        assertThat(placed()).isEqualTo(before);
    }

    @Test
    void no_order_is_claimed_nor_one_from_before_a_confirmation() {
        UUID order = placed();
        shop.change("update postage_order set state = 'held'");
        stop();
        OrderTransitions orders = shop.get(OrderTransitions.class);
        OrderRef ref = new OrderRef(order, 1);
        assertThat(orders.claimed(List.of(new OrderTransitions.Claim(ref, 1))).get(0))
                .isEmpty();
        confirm();
        assertThat(orders.claimed(List.of(new OrderTransitions.Claim(ref, 1))).get(0))
                .as("from before the confirmation")
                .isEmpty();
        shop.change("update postage_order set placed_at = now() + interval '1 second'");
        assertThat(orders.claimed(List.of(new OrderTransitions.Claim(ref, 1))).get(0))
                .isPresent();
    }

    @Test
    void what_was_claimed_is_held_again_after_the_confirmation() {
        placed();
        shop.change("update postage_order set state = 'claimed', franked_by = 1, claimed_at = now()");
        stop();
        confirm();
        assertThat(shop.one("select state || ' ' || attempt || ' ' || waits_for from postage_order"))
                .isEqualTo("held 2 operator");
    }

    private static void confirm() {
        long id = Long.parseLong(shop.one("select id from psd_difference"));
        granted(shop.get(Differences.class).confirm(shop.operator, "Restored.", Set.of(id)));
    }

    @Test
    void no_psd_is_opened() {
        stop();
        assertThatThrownBy(() -> ledger.open(UUID.randomUUID(), sealed(opened))).isInstanceOf(SellingStopped.class);
        assertThat(shop.one("select count(*) from psd")).isEqualTo("0");
    }

    @Test
    void an_open_funding_is_not_asked_about() {
        shop.change(
                "set session_replication_role = replica; insert into funding (id, psd, amount, control_total, state)"
                        + " values (gen_random_uuid(), 77, 5000, 0, 'open')");
        stop();
        ValueDownloads desk = new ValueDownloads();
        Authority authority = new Authority();
        desk.fundings = shop.get(Fundings.class);
        desk.authority = authority;
        desk.stop = shop.get(SellingStop.class);
        assertThat(desk.finish(Bench.PSD))
                .hasValueSatisfying(answer -> assertThat(answer).isInstanceOf(FundingAnswer.Unknown.class));
        assertThat(authority.asked).isEmpty();
    }

    @Test
    void before_a_psd_is_opened_the_heads_are_compared() {
        Comparisons comparisons = new Comparisons();
        Authority authority = new Authority();
        PsdOpening opening = opening(comparisons, authority);
        comparisons.verified = false;
        assertThat(opening.open(bench.module)).isEmpty();
        comparisons.verified = true;
        comparisons.stopped = true;
        assertThat(opening.open(bench.module)).isEmpty();
        assertThat(authority.asked).isEmpty();
    }

    @Test
    void a_psd_that_the_database_has_lost_is_skipped() {
        stop();
        confirm();
        Authority authority = new Authority();
        PsdOpening opening = opening(new Comparisons(), authority);
        authority.serials.addAll(List.of(5L, 77L));
        assertThat(opening.open(bench.module))
                .hasValueSatisfying(first -> assertThat(first.psd()).isEqualTo(new PsdSerial(77)));
        assertThat(authority.asked).hasSize(2).doesNotHaveDuplicates();
    }

    private PsdOpening opening(Comparisons comparisons, Authority authority) {
        PsdOpening opening = new PsdOpening();
        opening.ledger = new PsdLedger() {
            @Override
            public void open(UUID request, SealedEntry first) {
                assertThat(first.entry().number()).isEqualTo(1);
            }
        };
        opening.psds = shop.get(Psds.class);
        opening.authority = authority;
        opening.intake = new EntryIntake() {
            @Override
            Optional<Head> head(PsdSerial psd) {
                return Optional.of(new Head(0, new byte[0]));
            }
        };
        opening.instance = shop.get(org.stampwright.postage.server.ThisInstance.class);
        opening.differences = shop.get(Differences.class);
        opening.comparison = comparisons.comparison();
        opening.stop = comparisons.stop();
        return opening;
    }

    /** Grants these PSDs, one per request. */
    private static final class Authority extends AuthorityClient {
        final List<String> asked = new ArrayList<>();
        final List<Long> serials = new ArrayList<>();

        @Override
        public Reply put(String path, JsonObject body) {
            asked.add(path);
            return new Reply.Answered(
                    200,
                    Json.createObjectBuilder()
                            .add("psdSerial", serials.remove(0))
                            .add("maximumDescending", 500_000)
                            .add("maximumPostage", 100_000)
                            .build());
        }
    }
}
