package org.stampwright.postage.purge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;

/** Old rows are deleted, young ones and those of placed orders stay. */
class PurgeJobTest {

    private static final Shop SHOP = new Shop();

    private final PurgeJob job = SHOP.get(PurgeJob.class);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void drafts_of_more_than_30_days_are_deleted_with_their_lines() {
        SHOP.change(order("old", "draft", 31) + order("young", "draft", 29) + order("ended", "expired", 400));
        SHOP.change("insert into order_line select id, 1, 'letter', 'Letter', 'FCL', 1, 780 from postage_order");
        job.run();
        assertThat(SHOP.one("select string_agg(idempotency_key, ' ' order by idempotency_key) from postage_order"))
                .isEqualTo("ended young");
        assertThat(SHOP.one("select count(*) from order_line")).isEqualTo("2");
    }

    @Test
    void tickets_that_expired_more_than_90_days_ago_are_deleted() {
        SHOP.change(order("printed", "expired", 0));
        for (int days : new int[] {91, 89}) {
            SHOP.change("insert into print_ticket (token_hash, order_id, state, expires_at) select decode(lpad('" + days
                    + "', 64, '0'), 'hex'), id, 'open', now() - interval '" + days
                    + " days' from postage_order where idempotency_key = 'printed'");
        }
        job.run();
        assertThat(SHOP.one("select encode(token_hash, 'hex')::numeric from print_ticket"))
                .isEqualTo("89");
    }

    @Test
    void failed_attempts_of_more_than_a_day_are_deleted() {
        SHOP.change(
                "insert into failed_attempt (kind, subject, at) values ('login', 'old', now() - interval '25 hours'),"
                        + " ('login', 'young', now() - interval '23 hours')");
        job.run();
        assertThat(SHOP.one("select string_agg(subject, ' ') from failed_attempt where subject in ('old', 'young')"))
                .isEqualTo("young");
    }

    @Test
    void audit_runs_of_more_than_90_days_are_deleted_except_the_newest_complete_of_each_kind() {
        SHOP.change("insert into audit_run (kind, started_at, finished_at, aborted_because) values"
                + " ('audit', now(), now() - interval '93 days', null),"
                + " ('recount', now(), now() - interval '92 days', null),"
                + " ('audit', now(), now() - interval '91 days', null),"
                + " ('audit', now(), now() - interval '91 days', 'silence'),"
                + " ('audit', now(), now() - interval '1 day', 'silence')");
        SHOP.change("insert into audit_finding select id, 1, 'I1', 'psd', 'is wrong' from audit_run");
        job.run();
        assertThat(SHOP.one("select string_agg(kind || ' ' || (now()::date - finished_at::date), ', ' order by id)"
                        + " from audit_run"))
                .isEqualTo("recount 92, audit 91, audit 1");
        assertThat(SHOP.one("select count(*) from audit_finding")).isEqualTo("3");
    }

    @Test
    void a_backlog_of_many_pages_is_deleted_in_one_run() {
        SHOP.change("insert into failed_attempt (kind, subject, at) select 'serial', 'many', now() - interval '2 days'"
                + " from generate_series(1, 2500)");
        job.run();
        assertThat(SHOP.one("select count(*) from failed_attempt where subject = 'many'"))
                .isEqualTo("0");
    }

    private static String order(String key, String state, int days) {
        return "insert into postage_order (id, state, channel, idempotency_key, request_hash, remote_address, sheet,"
                + " currency, placed_at) values (gen_random_uuid(), '" + state + "', 'storefront', '" + key
                + "', decode(repeat('00', 32), 'hex'), '127.0.0.1', '', 840, now() - interval '" + days + " days');";
    }
}
