package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.SignedIndicium;

/** Voids, and the desk. */
class FateIT {

    private TestVendor vendor;
    private TestPsd psd;
    private List<IndiciumContent> franked;

    @BeforeEach
    void frank() throws Exception {
        vendor = new TestVendor(100_000);
        psd = new TestPsd(vendor).funded(50_000);
        franked = psd.franked(820, 560);
        assertThat(psd.report().status()).isEqualTo(200);
    }

    @Test
    void a_void_credits_the_account_once_and_never_the_psd() throws Exception {
        UUID id = UUID.randomUUID();
        Reply first = declareVoid(id, 1);
        assertThat(first.json().getString("state")).isEqualTo("voided");
        assertThat(first.json().getInt("credited")).isEqualTo(820);
        assertThat(declareVoid(id, 1).body()).isEqualTo(first.body());
        assertThat(vendor.balance()).isEqualTo(50_820);
        assertThat(vendor.get("/v1/psds/" + psd.serial).json().getInt("descending"))
                .isEqualTo(48_620);
        assertThat(vendor.get("/v1/voids?psd=" + psd.serial).list()).hasSize(1);
        assertThat(vendor.get("/v1/voids").list()).hasSize(1);
        assertThat(vendor.get("/v1/voids?psd=1").list()).isEmpty();
    }

    @Test
    void voids_are_listed_oldest_first_after_one_and_since_a_time() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        declareVoid(first, 1);
        JsonObject later = declareVoid(second, 2).json();
        assertThat(ids("/v1/voids")).containsExactly(first.toString(), second.toString());
        assertThat(ids("/v1/voids?after=" + first)).containsExactly(second.toString());
        assertThat(ids("/v1/voids?psd=" + psd.serial + "&after=" + second)).isEmpty();
        assertThat(ids("/v1/voids?since=" + encoded(later.getString("at")))).containsExactly(second.toString());
        assertThat(vendor.get("/v1/voids?after=" + UUID.randomUUID()).status()).isEqualTo(400);
        assertThat(vendor.get("/v1/voids?since=yesterday").status()).isEqualTo(400);
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
    void a_piece_voided_under_another_id_is_void_and_credits_nothing_more() throws Exception {
        declareVoid(UUID.randomUUID(), 1);
        JsonObject second = declareVoid(UUID.randomUUID(), 1).json();
        assertThat(second.getString("state")).isEqualTo("voided");
        assertThat(second.getInt("credited")).isZero();
        assertThat(vendor.balance()).isEqualTo(50_820);
    }

    @Test
    void the_same_id_for_another_piece_is_refused() throws Exception {
        UUID id = UUID.randomUUID();
        declareVoid(id, 1);
        assertThat(declareVoid(id, 2).problem()).isEqualTo("409 id-reused");
    }

    @Test
    void a_piece_that_was_never_reported_cannot_be_voided() throws Exception {
        JsonObject refused = declareVoid(UUID.randomUUID(), 3).json();
        assertThat(refused.getString("state")).isEqualTo("refused");
        assertThat(refused.getString("reason")).isEqualTo("unknown-piece");
        assertThat(vendor.balance()).isEqualTo(50_000);
    }

    @Test
    void another_vendors_piece_cannot_be_voided() throws Exception {
        TestVendor other = new TestVendor(0);
        JsonObject refused =
                other.put("/v1/voids/" + UUID.randomUUID(), voidBody(1)).json();
        assertThat(refused.getString("reason")).isEqualTo("unknown-piece");
        assertThat(other.balance()).isZero();
    }

    @Test
    void an_accepted_piece_cannot_be_voided() throws Exception {
        accept(stamp(0), "Springfield", "scan-1");
        JsonObject refused = declareVoid(UUID.randomUUID(), 1).json();
        assertThat(refused.getString("state")).isEqualTo("refused");
        assertThat(refused.getString("reason")).isEqualTo("accepted");
        assertThat(vendor.balance()).isEqualTo(50_000);
    }

    @Test
    void a_voided_piece_is_not_accepted() throws Exception {
        declareVoid(UUID.randomUUID(), 1);
        JsonObject answer = accept(stamp(0), "Springfield", "scan-1");
        assertThat(answer.getString("answer")).isEqualTo("voided");
        assertThat(answer.getBoolean("accepted")).isFalse();
        assertThat(check(stamp(0)).getString("answer")).isEqualTo("voided");
    }

    @Test
    void checking_leaves_no_trace() throws Exception {
        assertThat(check(stamp(0)).getString("answer")).isEqualTo("genuine");
        assertThat(check(stamp(0)).getString("answer")).isEqualTo("genuine");
    }

    @Test
    void a_stamp_is_accepted_once_by_one_desk_and_one_scan() throws Exception {
        JsonObject first = accept(stamp(0), "Springfield", "scan-1");
        assertThat(first.getString("answer")).isEqualTo("genuine");
        assertThat(first.getBoolean("accepted")).isTrue();
        assertThat(accept(stamp(0), "Springfield", "scan-1")).isEqualTo(first);
        JsonObject second = accept(stamp(0), "Shelbyville", "scan-9");
        assertThat(second.getString("answer")).isEqualTo("accepted-before");
        assertThat(second.getString("desk")).isEqualTo("Springfield");
        assertThat(second.getBoolean("accepted")).isFalse();
    }

    @Test
    void a_second_stamp_for_one_label_is_refused_and_told_where_the_first_was_accepted() throws Exception {
        accept(stamp(0), "Springfield", "scan-1");
        JsonObject second = accept(stamp(1), "Shelbyville", "scan-9");
        assertThat(second.getString("answer")).isEqualTo("label-used");
        assertThat(second.getBoolean("accepted")).isFalse();
        assertThat(second.getString("desk")).isEqualTo("Springfield");
        assertThat(second.getString("acceptedAt")).isNotBlank();
        assertThat(check(stamp(1)).getString("answer")).isEqualTo("label-used");
        assertThat(check(stamp(0)).getString("answer")).isEqualTo("accepted-before");
    }

    @Test
    void a_second_stamp_for_one_label_is_refused_by_the_same_desk_and_scan_too() throws Exception {
        accept(stamp(0), "Springfield", "scan-1");
        JsonObject second = accept(stamp(1), "Springfield", "scan-1");
        assertThat(second.getString("answer")).isEqualTo("label-used");
        assertThat(second.getBoolean("accepted")).isFalse();
        assertThat(accept(stamp(0), "Springfield", "scan-1").getBoolean("accepted"))
                .isTrue();
    }

    @Test
    void a_stamp_for_another_position_of_the_sheet_is_accepted() throws Exception {
        IndiciumContent elsewhere =
                psd.contents(820).get(0).toBuilder().labelPosition(2).build();
        psd.add(psd.newest.franked(TestPsd.pieces(List.of(elsewhere))), List.of(elsewhere));
        assertThat(psd.report().status()).isEqualTo(200);
        accept(stamp(0), "Springfield", "scan-1");
        assertThat(accept(psd.signed(elsewhere), "Springfield", "scan-2").getBoolean("accepted"))
                .isTrue();
    }

    @Test
    void the_replacement_of_a_voided_stamp_is_accepted_for_the_same_label() throws Exception {
        declareVoid(UUID.randomUUID(), 1);
        assertThat(accept(stamp(1), "Springfield", "scan-1").getBoolean("accepted"))
                .isTrue();
    }

    @Test
    void another_vendors_label_of_the_same_number_is_another_label() throws Exception {
        accept(stamp(0), "Springfield", "scan-1");
        TestPsd other = new TestPsd(new TestVendor(100_000)).funded(50_000);
        IndiciumContent theirs = other.franked(820).get(0);
        assertThat(theirs.labelSerial()).isEqualTo(franked.get(0).labelSerial());
        assertThat(other.report().status()).isEqualTo(200);
        assertThat(accept(other.signed(theirs), "Springfield", "scan-2").getBoolean("accepted"))
                .isTrue();
    }

    @Test
    void of_two_desks_that_accept_two_stamps_for_one_label_at_once_one_gets_it() throws Exception {
        List<Callable<JsonObject>> both = List.of(
                () -> accept(stamp(0), "Springfield", "scan-1"), () -> accept(stamp(1), "Shelbyville", "scan-2"));
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            List<Boolean> accepted = new ArrayList<>();
            for (Future<JsonObject> answer : desks.invokeAll(both)) {
                accepted.add(answer.get().getBoolean("accepted"));
            }
            assertThat(accepted).containsExactlyInAnyOrder(true, false);
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void a_signed_stamp_that_was_not_reported_is_unreported() throws Exception {
        SignedIndicium early = psd.signed(psd.contents(820).get(0));
        assertThat(accept(early, "Springfield", "scan-1").getString("answer")).isEqualTo("unreported");
    }

    @Test
    void another_content_of_a_reported_piece_is_an_alarm() throws Exception {
        SignedIndicium other =
                psd.signed(franked.get(0).toBuilder().rateCategory("PCD").build());
        assertThat(accept(other, "Springfield", "scan-1").getString("answer")).isEqualTo("two-contents");
    }

    @Test
    void a_stamp_signed_by_another_key_is_forged() throws Exception {
        TestPsd other = new TestPsd(vendor, "birch");
        SignedIndicium forged =
                new SignedIndicium(franked.get(0), other.signed(franked.get(0)).signature());
        assertThat(accept(forged, "Springfield", "scan-1").getString("answer")).isEqualTo("forged");
    }

    @Test
    void a_specimen_is_named_one() throws Exception {
        assertThat(check(franked.get(0).specimen()).getString("answer")).isEqualTo("specimen");
    }

    @Test
    void bytes_that_are_no_indicium_are_unknown() throws Exception {
        assertThat(vendor.desk("/desk/check", "{\"indicium\":\"00ff\"}").json().getString("answer"))
                .isEqualTo("unknown");
        assertThat(vendor.desk("/desk/check", "{\"indicium\":\"no hex\"}").problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void an_unreported_stamp_of_a_compromised_key_is_for_the_desk_to_ask_about() throws Exception {
        SignedIndicium early = psd.signed(psd.contents(820).get(0));
        String path = "/admin/certificates/" + psd.indicium.certificateSerial() + "/revoke";
        assertThat(vendor.admin("POST", path, "{\"reason\":\"compromised\"}").status())
                .isEqualTo(200);
        assertThat(check(early).getString("answer")).isEqualTo("ask");
        assertThat(check(stamp(0)).getString("answer")).isEqualTo("genuine");
        psd.franked(820);
        assertThat(psd.report().problem()).isEqualTo("409 foreign-certificate");
    }

    @Test
    void only_a_desk_with_its_key_comes_in() throws Exception {
        assertThat(vendor.with("POST", "/desk/check", "{}", "Bearer wrong").problem())
                .isEqualTo("401 unauthenticated");
    }

    private SignedIndicium stamp(int index) {
        return psd.signed(franked.get(index));
    }

    private Reply declareVoid(UUID id, long pieceCount) throws Exception {
        return vendor.put("/v1/voids/" + id, voidBody(pieceCount));
    }

    private String voidBody(long pieceCount) {
        return Json.createObjectBuilder()
                .add("psdSerial", psd.serial)
                .add("pieceCount", pieceCount)
                .add("reason", "spoiled")
                .build()
                .toString();
    }

    private JsonObject check(SignedIndicium stamp) throws Exception {
        return vendor.desk(
                        "/desk/check",
                        Json.createObjectBuilder()
                                .add("indicium", hex(stamp))
                                .build()
                                .toString())
                .json();
    }

    private JsonObject accept(SignedIndicium stamp, String desk, String scan) throws Exception {
        return vendor.desk(
                        "/desk/accept",
                        Json.createObjectBuilder()
                                .add("indicium", hex(stamp))
                                .add("desk", desk)
                                .add("scan", scan)
                                .build()
                                .toString())
                .json();
    }

    private static String hex(SignedIndicium stamp) {
        return HexFormat.of().formatHex(stamp.encode());
    }
}
