package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.SignedReceipt;

/** Ledger entries in, receipts out. */
class IntakeIT {

    private TestVendor vendor;
    private TestPsd psd;

    @BeforeEach
    void enrol() throws Exception {
        vendor = new TestVendor(100_000);
        psd = new TestPsd(vendor).funded(50_000);
    }

    @Test
    void entries_that_follow_get_a_receipt_of_the_newest() throws Exception {
        psd.franked(820, 820, 560);
        psd.franked(1_640);
        SignedReceipt receipt = receipt(psd.report());
        assertThat(receipt.isSignedBy(vendor.signingCertificate().getPublicKey()))
                .isTrue();
        assertThat(receipt.receipt().entryNumber()).isEqualTo(4);
        assertThat(receipt.receipt().head()).isEqualTo(psd.newest.hash());
        JsonObject known = vendor.get("/v1/psds/" + psd.serial).json();
        assertThat(known.getInt("ascending")).isEqualTo(3_840);
        assertThat(known.getInt("descending")).isEqualTo(46_160);
        assertThat(known.getInt("pieceCount")).isEqualTo(4);
        assertThat(known.getString("receipt")).isEqualTo(Base64.getEncoder().encodeToString(receipt.encode()));
    }

    @Test
    void entries_sent_again_get_the_same_receipt() throws Exception {
        psd.franked(820);
        List<JsonObject> entries = psd.unsent();
        Reply first = psd.report();
        assertThat(psd.send(entries).body()).isEqualTo(first.body());
        assertThat(vendor.get("/v1/psds/" + psd.serial + "/receipts").list()).hasSize(1);
    }

    @Test
    void a_batch_that_overlaps_what_is_there_is_taken_in_from_where_it_is_new() throws Exception {
        List<JsonObject> opening = psd.unsent();
        psd.report();
        psd.franked(820);
        List<JsonObject> all = new ArrayList<>(opening);
        all.addAll(psd.unsent());
        assertThat(receipt(psd.send(all)).receipt().entryNumber()).isEqualTo(3);
    }

    @Test
    void another_entry_under_the_same_number_is_a_conflict_that_tells_the_head() throws Exception {
        psd.report();
        LedgerEntry before = psd.newest;
        psd.franked(820);
        psd.report();
        List<IndiciumContent> other = psd.contents(before, 560);
        Reply reply = psd.send(List.of(psd.json(before.franked(TestPsd.pieces(other)), other)));
        assertThat(reply.problem()).isEqualTo("409 two-entries");
        assertThat(reply.json().getJsonObject("head").getInt("number")).isEqualTo(3);
        assertThat(reply.json().getJsonObject("head").getString("hash"))
                .isEqualTo(HexFormat.of().formatHex(psd.newest.hash()));
    }

    @Test
    void a_chain_with_a_gap_is_refused_whole() throws Exception {
        psd.report();
        psd.franked(820);
        List<JsonObject> missing = psd.unsent();
        psd.franked(820);
        Reply reply = psd.send(psd.unsent().subList(1, 2));
        assertThat(reply.problem()).isEqualTo("409 broken-chain");
        assertThat(reply.json().getJsonObject("head").getInt("number")).isEqualTo(2);
        assertThat(missing).hasSize(1);
        assertThat(receipt(psd.report()).receipt().entryNumber()).isEqualTo(4);
    }

    @Test
    void registers_that_do_not_follow_are_refused() throws Exception {
        psd.report();
        List<IndiciumContent> contents = psd.contents(820);
        LedgerEntry right = psd.newest.franked(TestPsd.pieces(contents));
        LedgerEntry wrong = new LedgerEntry(
                right.formatVersion(),
                right.psd(),
                right.number(),
                right.kind(),
                psd.newest.registers(),
                right.fundsAdded(),
                right.fundsWithdrawn(),
                right.pieceCount(),
                right.state(),
                right.maximumDescending(),
                right.maximumPostage(),
                right.owner(),
                right.epoch(),
                right.sealCertificate(),
                right.pieces(),
                right.contentsHash(),
                right.previousHash());
        assertThat(psd.send(List.of(psd.json(wrong, contents))).problem()).isEqualTo("409 broken-chain");
    }

    @Test
    void contents_other_than_the_hashed_ones_are_refused() throws Exception {
        psd.report();
        LedgerEntry entry = psd.newest.franked(TestPsd.pieces(psd.contents(820)));
        IndiciumContent other =
                psd.contents(820).get(0).toBuilder().rateCategory("PCD").build();
        assertThat(psd.send(List.of(psd.json(entry, List.of(other)))).problem()).isEqualTo("409 broken-chain");
    }

    @Test
    void a_piece_bound_to_another_order_than_the_sealed_one_is_refused() throws Exception {
        psd.report();
        List<IndiciumContent> contents = psd.contents(820);
        OrderBinding another = new OrderBinding(UUID.randomUUID(), 1, 1);
        LedgerEntry entry = psd.newest.franked(List.of(FrankedPiece.of(contents.get(0), another)));
        assertThat(psd.send(List.of(psd.json(entry, contents))).problem()).isEqualTo("409 broken-chain");
    }

    @Test
    void an_entry_of_format_version_2_without_its_bindings_is_refused() throws Exception {
        psd.report();
        List<IndiciumContent> contents = psd.contents(820);
        JsonObject whole = psd.json(psd.newest.franked(TestPsd.pieces(contents)), contents);
        JsonObject without = Json.createObjectBuilder(whole).remove("bindings").build();
        assertThat(psd.send(List.of(without)).problem()).startsWith("400 ");
        JsonObject none = Json.createObjectBuilder(whole)
                .add("bindings", JsonValue.EMPTY_JSON_ARRAY)
                .build();
        assertThat(psd.send(List.of(none)).problem()).startsWith("400 ");
        assertThat(psd.send(List.of(whole)).problem()).isEqualTo("200");
    }

    @Test
    void a_ledger_of_format_version_1_is_taken_in_and_goes_on_in_version_2_when_it_is_taken() throws Exception {
        TestPsd old = new TestPsd(vendor, 1);
        old.funded(50_000);
        List<IndiciumContent> contents = old.contents(820);
        List<FrankedPiece> unbound =
                contents.stream().map(FrankedPiece::unbound).toList();
        old.add(old.newest.franked(unbound), contents);
        assertThat(receipt(old.report()).receipt().entryNumber()).isEqualTo(3);
        old.add(old.newest.taken(1, 2, old.newest.sealCertificate()), List.of());
        old.franked(560);
        assertThat(old.newest.formatVersion()).isEqualTo(2);
        assertThat(receipt(old.report()).receipt().entryNumber()).isEqualTo(5);
        LedgerEntry back = old.newest.taken(1, 3, old.newest.sealCertificate()).inFormat(1);
        assertThat(old.send(List.of(old.json(back, List.of()))).problem()).isEqualTo("409 broken-chain");
    }

    @Test
    void a_seal_by_a_key_of_another_vendor_is_refused() throws Exception {
        psd.report();
        TestVendor.Module foreign = new TestVendor(0).module("seal", "alder");
        List<IndiciumContent> contents = psd.contents(820);
        LedgerEntry entry = psd.newest.franked(TestPsd.pieces(contents));
        assertThat(psd.send(List.of(TestPsd.json(entry, contents, foreign))).problem())
                .isEqualTo("409 foreign-seal");
        LedgerEntry taken = psd.newest.taken(2, 2, new CertificateSerial(foreign.certificateSerial()));
        assertThat(psd.send(List.of(TestPsd.json(taken, List.of(), foreign))).problem())
                .isEqualTo("409 foreign-seal");
    }

    @Test
    void a_seal_by_the_indicium_key_is_refused() throws Exception {
        psd.report();
        LedgerEntry taken = psd.newest.taken(1, 2, new CertificateSerial(psd.indicium.certificateSerial()));
        assertThat(psd.send(List.of(TestPsd.json(taken, List.of(), psd.indicium)))
                        .problem())
                .isEqualTo("409 foreign-seal");
    }

    @Test
    void funds_that_were_never_granted_are_refused() throws Exception {
        psd.report();
        psd.add(psd.newest.funded(Money.ofMills(1)), List.of());
        assertThat(psd.report().problem()).isEqualTo("409 unfunded");
    }

    @Test
    void a_granted_download_is_credited_once() throws Exception {
        psd.add(psd.newest.funded(Money.ofMills(50_000)), List.of());
        assertThat(psd.report().problem()).isEqualTo("409 unfunded");
        assertThat(vendor.get("/v1/psds/" + psd.serial)
                        .json()
                        .getJsonObject("head")
                        .getInt("number"))
                .isZero();
    }

    @Test
    void a_piece_of_another_licence_is_refused() throws Exception {
        psd.report();
        assertThat(sendWith(psd.contents(820).get(0).toBuilder()
                        .licence(new LicenceNumber(7))
                        .build()))
                .isEqualTo("409 foreign-licence");
    }

    @Test
    void a_piece_that_names_another_manufacturer_is_refused() throws Exception {
        psd.report();
        assertThat(sendWith(
                        psd.contents(820).get(0).toBuilder().manufacturer("ZZ").build()))
                .isEqualTo("409 foreign-device");
    }

    @Test
    void a_piece_that_names_another_server_systems_certificate_is_refused() throws Exception {
        psd.report();
        long birch = vendor.module("indicium", "birch").certificateSerial();
        assertThat(sendWith(psd.contents(820).get(0).toBuilder()
                        .certificateSerial(new CertificateSerial(birch))
                        .build()))
                .isEqualTo("409 foreign-certificate");
    }

    @Test
    void a_server_system_takes_the_psd_over_with_its_own_seal() throws Exception {
        psd.report();
        TestVendor.Module birch = vendor.module("seal", "birch");
        LedgerEntry taken = psd.newest.taken(2, 2, new CertificateSerial(birch.certificateSerial()));
        assertThat(psd.send(List.of(TestPsd.json(taken, List.of(), birch))).status())
                .isEqualTo(200);
    }

    @Test
    void funds_withdrawn_go_back_to_the_account_and_the_psd_gets_no_more() throws Exception {
        psd.franked(820);
        psd.add(psd.newest.withdrawn(), List.of());
        assertThat(psd.report().status()).isEqualTo(200);
        assertThat(vendor.balance()).isEqualTo(100_000 - 820);
        Reply refused = psd.download(UUID.randomUUID(), 1_000, psd.controlTotal());
        assertThat(refused.json().getString("reason")).isEqualTo("withdrawn");
    }

    @Test
    void the_heads_of_a_vendors_psds_say_its_entries_and_what_was_granted() throws Exception {
        psd.franked(820);
        psd.report();
        TestPsd unopened = new TestPsd(vendor, "birch");
        new TestPsd(new TestVendor(0));
        JsonObject answer = vendor.get("/v1/heads").json();
        assertThat(answer.getBoolean("more")).isFalse();
        List<JsonObject> heads = answer.getJsonArray("heads").getValuesAs(JsonObject.class);
        assertThat(heads).hasSize(2);
        assertThat(heads.get(0).getInt("psdSerial")).isEqualTo((int) psd.serial);
        assertThat(heads.get(0).getJsonObject("head").getInt("number")).isEqualTo(3);
        assertThat(heads.get(0).getJsonObject("head").getString("hash"))
                .isEqualTo(HexFormat.of().formatHex(psd.newest.hash()));
        assertThat(heads.get(0).getInt("granted")).isEqualTo(50_000);
        assertThat(heads.get(1).getJsonObject("head").getInt("number")).isZero();
        assertThat(vendor.get("/v1/heads?after=" + psd.serial).json().getJsonArray("heads"))
                .hasSize(1);
        assertThat(vendor.get("/v1/heads?after=" + unopened.serial).json().getJsonArray("heads"))
                .isEmpty();
    }

    @Test
    void another_vendors_psd_is_not_to_be_seen() throws Exception {
        assertThat(new TestVendor(0).get("/v1/psds/" + psd.serial).problem()).isEqualTo("404 not-found");
    }

    private String sendWith(IndiciumContent content) throws Exception {
        List<IndiciumContent> contents = List.of(content);
        return psd.send(List.of(psd.json(psd.newest.franked(TestPsd.pieces(contents)), contents)))
                .problem();
    }

    private static SignedReceipt receipt(Reply reply) {
        assertThat(reply.problem()).isEqualTo("200");
        return SignedReceipt.decode(Base64.getDecoder().decode(reply.json().getString("receipt")));
    }
}
