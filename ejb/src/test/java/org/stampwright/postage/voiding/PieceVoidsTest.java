package org.stampwright.postage.voiding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.container.Container;
import org.stampwright.postage.container.Database;
import org.stampwright.postage.orderstate.OrderRef;

/** Voids as stored in PostgreSQL: one per piece, open until the authority has decided. */
class PieceVoidsTest {

    private static PGSimpleDataSource database;
    private static Container container;

    private final OrderRef order = new OrderRef(UUID.randomUUID(), 1);
    private final PieceVoids voids = container.get(PieceVoids.class);

    @BeforeAll
    static void open() {
        database = Database.create();
        container = new Container(database);
    }

    @AfterAll
    static void close() {
        container.close();
    }

    /** Two signed pieces and an abandoned one, without the rows that they refer to. */
    @BeforeEach
    void record() {
        Database.change(
                database,
                "set session_replication_role = replica; delete from piece_void; delete from indicium_fate;"
                        + " delete from indicium_content;"
                        + " insert into indicium_content select 77, n, 5, '" + order.id() + "', 1, 1, '0000000000', n,"
                        + " 825, set_byte(set_byte(set_byte(set_byte(set_byte(decode(repeat('00', 72), 'hex'),"
                        + " 10, 77), 19, 57), 20, 3), 49, n), 64, n) from generate_series(1, 3) n;"
                        + " insert into indicium_fate (psd, piece_count, fate, signature)"
                        + " select 77, n, 'signed', decode(repeat('00', 64), 'hex') from generate_series(1, 2) n;"
                        + " insert into indicium_fate (psd, piece_count, fate) values (77, 3, 'abandoned')");
    }

    @Test
    void each_signed_piece_has_one_void_however_often_it_is_begun() {
        List<OpenVoid> open = voids.begin(order, VoidReason.NOT_PAID);
        assertThat(open).extracting(OpenVoid::pieceCount).containsExactlyInAnyOrder(1L, 2L);
        assertThat(voids.begin(order, VoidReason.NOT_PAID)).containsExactlyInAnyOrderElementsOf(open);
        assertThat(voids.begin(new OrderRef(order.id(), 2), VoidReason.NOT_PAID))
                .isEmpty();
    }

    @Test
    void all_are_voided_only_when_the_authority_has_voided_the_last() {
        List<OpenVoid> open = voids.begin(order, VoidReason.NOT_PAID);
        voids.close(open.get(0).id(), VoidDecision.VOIDED);
        assertThat(voids.allVoided(order)).isFalse();
        voids.close(open.get(1).id(), VoidDecision.VOIDED);
        assertThat(voids.allVoided(order)).isTrue();
    }

    @Test
    void a_refused_void_is_closed_and_voids_nothing() {
        List<OpenVoid> open = voids.begin(order, VoidReason.NOT_PAID);
        open.forEach(each -> voids.close(each.id(), VoidDecision.REFUSED));
        open.forEach(each -> voids.close(each.id(), VoidDecision.VOIDED));
        assertThat(voids.begin(order, VoidReason.NOT_PAID)).isEmpty();
        assertThat(voids.allVoided(order)).isFalse();
    }

    @Test
    void an_abandoned_piece_is_reported_by_the_owner_of_its_psd_once_its_entry_has_a_receipt() {
        voids.recordAbandoned(order);
        Database.change(
                database,
                "set session_replication_role = replica; delete from psd;"
                        + " insert into psd values (77, gen_random_uuid(), 'active', null, 1, 1, now(), 0, 0, 0, 0,"
                        + " 3, 5,"
                        + " decode(repeat('00', 32), 'hex'), 0, 0, 4, 0)");
        assertThat(voids.ofAbandoned(1, new UUID(0, 0))).isEmpty();
        Database.change(database, "update psd set receipted_entry = 5");
        assertThat(voids.ofAbandoned(1, new UUID(0, 0)))
                .extracting(OpenVoid::pieceCount, OpenVoid::because)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, VoidReason.ABANDONED));
        assertThat(voids.ofAbandoned(2, new UUID(0, 0))).isEmpty();
    }
}
