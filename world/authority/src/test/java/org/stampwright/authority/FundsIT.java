package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Postage value downloads against the vendor's account. */
class FundsIT {

    private TestVendor vendor;
    private TestPsd psd;

    @BeforeEach
    void enrol() throws Exception {
        vendor = new TestVendor(100_000);
        psd = new TestPsd(vendor);
    }

    @Test
    void a_download_takes_its_amount_from_the_account_once() throws Exception {
        UUID id = UUID.randomUUID();
        Reply first = psd.download(id, 30_000, 0);
        assertThat(first.json().getString("state")).isEqualTo("granted");
        assertThat(psd.download(id, 30_000, 0).body()).isEqualTo(first.body());
        assertThat(vendor.get("/v1/psds/" + psd.serial + "/downloads/" + id).body())
                .isEqualTo(first.body());
        assertThat(vendor.balance()).isEqualTo(70_000);
    }

    @Test
    void downloads_are_listed_oldest_first_after_one_and_since_a_time() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        psd.download(first, 10_000, 0);
        String at = psd.download(second, 20_000, 10_000).json().getString("at");
        String list = "/v1/psds/" + psd.serial + "/downloads";
        assertThat(ids(list)).containsExactly(first.toString(), second.toString());
        assertThat(ids(list + "?after=" + first)).containsExactly(second.toString());
        assertThat(ids(list + "?after=" + second)).isEmpty();
        assertThat(ids(list + "?since=" + encoded(at))).containsExactly(second.toString());
    }

    private static String encoded(String time) {
        return URLEncoder.encode(time, StandardCharsets.UTF_8);
    }

    private List<String> ids(String path) throws Exception {
        return vendor.get(path).list().getValuesAs(JsonObject.class).stream()
                .map(found -> found.getString("id"))
                .toList();
    }

    @Test
    void the_same_id_with_another_amount_is_refused() throws Exception {
        UUID id = UUID.randomUUID();
        psd.download(id, 30_000, 0);
        assertThat(psd.download(id, 30_001, 0).problem()).isEqualTo("409 id-reused");
        assertThat(vendor.balance()).isEqualTo(70_000);
    }

    @Test
    void an_account_that_is_short_gives_nothing() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(reason(psd.download(id, 100_001, 0))).isEqualTo("insufficient-funds");
        vendor.admin(
                "POST",
                "/admin/vendors/" + vendor.licence.getInt("vendor") + "/deposits",
                "{\"requestId\":\"" + UUID.randomUUID() + "\",\"amount\":50000}");
        assertThat(reason(psd.download(id, 100_001, 0))).isEqualTo("insufficient-funds");
        assertThat(vendor.balance()).isEqualTo(150_000);
    }

    @Test
    void a_control_total_other_than_what_was_given_is_refused() throws Exception {
        assertThat(reason(psd.download(UUID.randomUUID(), 1_000, 1))).isEqualTo("control-total");
        psd.funded(10_000);
        assertThat(reason(psd.download(UUID.randomUUID(), 1_000, 0))).isEqualTo("control-total");
        assertThat(psd.download(UUID.randomUUID(), 1_000, 10_000).json().getString("state"))
                .isEqualTo("granted");
    }

    @Test
    void an_unknown_psd_is_refused_and_the_refusal_is_kept() throws Exception {
        TestPsd anothers = new TestPsd(new TestVendor(0));
        String path = "/v1/psds/" + anothers.serial + "/downloads/" + UUID.randomUUID();
        assertThat(reason(vendor.put(path, TestPsd.downloadBody(1_000, 0)))).isEqualTo("unknown-psd");
        assertThat(reason(vendor.get(path))).isEqualTo("unknown-psd");
    }

    @Test
    void more_than_the_psd_may_hold_is_refused() throws Exception {
        long maximum = psd.newest.maximumDescending().mills();
        assertThat(reason(psd.download(UUID.randomUUID(), maximum + 1, 0))).isEqualTo("maximum");
    }

    @Test
    void a_download_never_heard_of_is_not_found() throws Exception {
        assertThat(vendor.get("/v1/psds/" + psd.serial + "/downloads/" + UUID.randomUUID())
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void an_amount_that_is_no_whole_number_is_refused() throws Exception {
        String path = "/v1/psds/" + psd.serial + "/downloads/" + UUID.randomUUID();
        assertThat(vendor.put(path, "{\"amount\":10.5,\"controlTotal\":0}").problem())
                .isEqualTo("400 malformed");
        assertThat(vendor.put(path, "{\"amount\":-10,\"controlTotal\":0}").problem())
                .isEqualTo("400 malformed");
        assertThat(vendor.put(path, "{\"amount\":").problem()).isEqualTo("400 malformed");
    }

    @Test
    void a_psd_requested_twice_is_one_psd() throws Exception {
        String path = "/v1/psds/" + UUID.randomUUID();
        Reply first = vendor.put(path, "{\"serverSystem\":\"alder\"}");
        assertThat(vendor.put(path, "{\"serverSystem\":\"alder\"}").body()).isEqualTo(first.body());
        assertThat(vendor.put(path, "{\"serverSystem\":\"birch\"}").problem()).isEqualTo("409 id-reused");
    }

    private static String reason(Reply reply) {
        assertThat(reply.json().getString("state")).isEqualTo("refused");
        return reply.json().getString("reason");
    }
}
