package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.AuthorityRequest;

/** A request takes effect once, whatever happens to the response, to the process, or at the same time. */
class FaultsIT {

    private static final int AT_ONCE = 8;

    private TestVendor vendor;
    private TestPsd psd;

    @BeforeEach
    void enrol() throws Exception {
        vendor = new TestVendor(100_000);
        psd = new TestPsd(vendor);
    }

    @AfterEach
    void forget() throws Exception {
        vendor.admin("DELETE", "/admin/faults", "");
    }

    @Test
    void an_answer_that_is_lost_comes_again_and_the_effect_does_not() throws Exception {
        order("drop-answer", 1);
        UUID id = UUID.randomUUID();
        String body = TestPsd.downloadBody(30_000, 0);
        AuthorityRequest request = vendor.signed("PUT", "/v1/psds/" + psd.serial + "/downloads/" + id, body);
        assertThatThrownBy(() -> vendor.send(request, body)).isInstanceOf(IOException.class);
        assertThat(vendor.balance()).isEqualTo(70_000);
        assertThat(vendor.send(request, body).json().getString("state")).isEqualTo("granted");
        assertThat(vendor.balance()).isEqualTo(70_000);
    }

    @Test
    void an_ordered_error_does_nothing() throws Exception {
        order("error", 1);
        String body = TestPsd.downloadBody(30_000, 0);
        AuthorityRequest request =
                vendor.signed("PUT", "/v1/psds/" + psd.serial + "/downloads/" + UUID.randomUUID(), body);
        Reply reply = vendor.send(request, body, vendor.enrolment.getPrivate());
        assertThat(reply.status()).isEqualTo(503);
        assertThat(vendor.isSigned(request, reply)).isFalse();
        assertThat(vendor.balance()).isEqualTo(100_000);
    }

    @Test
    void an_ordered_delay_answers_later() throws Exception {
        vendor.admin(
                "POST",
                "/admin/faults",
                "{\"path\":\"/v1/psds/" + psd.serial + "/downloads\",\"mode\":\"delay\",\"millis\":700}");
        long before = System.nanoTime();
        psd.funded(1_000);
        assertThat(System.nanoTime() - before).isGreaterThan(700_000_000L);
    }

    @Test
    void a_process_killed_amid_downloads_keeps_what_it_answered_and_does_nothing_twice() throws Exception {
        UUID answered = UUID.randomUUID();
        Reply granted = psd.download(answered, 10_000, 0);
        List<Callable<Reply>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            TestPsd other = new TestPsd(vendor, "server" + i);
            UUID id = UUID.randomUUID();
            asked.add(() -> other.download(id, 5_000, 0));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Reply>> cutOff = asked.stream().map(threads::submit).toList();
        cutOff.get(0).get();
        vendor.authority.kill();
        threads.shutdown();
        vendor.authority.startAgain();
        for (Callable<Reply> again : asked) {
            assertThat(again.call().json().getString("state")).isEqualTo("granted");
        }
        assertThat(psd.download(answered, 10_000, 0).body()).isEqualTo(granted.body());
        assertThat(vendor.balance()).isEqualTo(100_000 - 10_000 - AT_ONCE * 5_000);
    }

    @Test
    void a_piece_voided_and_accepted_at_the_same_moment_has_one_fate() throws Exception {
        psd.funded(10_000);
        String stamp =
                HexFormat.of().formatHex(psd.signed(psd.franked(820).get(0)).encode());
        psd.report();
        String accept = "{\"indicium\":\"" + stamp + "\",\"desk\":\"Springfield\",\"scan\":\"1\"}";
        String voiding = "{\"psdSerial\":" + psd.serial + ",\"pieceCount\":1,\"reason\":\"spoiled\"}";
        AtomicInteger turn = new AtomicInteger();
        List<Reply> replies = atOnce(() -> turn.getAndIncrement() % 2 == 0
                ? vendor.desk("/desk/accept", accept)
                : vendor.put("/v1/voids/" + UUID.randomUUID(), voiding));
        boolean accepted = replies.stream().anyMatch(reply -> reply.json().getBoolean("accepted", false));
        boolean voided = replies.stream()
                .anyMatch(reply -> reply.json().getString("state", "").equals("voided"));
        assertThat(accepted).isNotEqualTo(voided);
        assertThat(vendor.balance()).isEqualTo(90_000 + (voided ? 820 : 0));
    }

    @Test
    void one_download_asked_for_at_once_by_many_is_granted_once() throws Exception {
        UUID id = UUID.randomUUID();
        List<Reply> replies = atOnce(() -> psd.download(id, 30_000, 0));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body())
                .isEqualTo(replies.get(0).body()));
        assertThat(vendor.balance()).isEqualTo(70_000);
    }

    @Test
    void many_downloads_of_one_control_total_at_once_are_one_grant() throws Exception {
        List<Reply> replies = atOnce(() -> psd.download(UUID.randomUUID(), 30_000, 0));
        assertThat(replies)
                .filteredOn(reply -> reply.json().getString("state").equals("granted"))
                .hasSize(1);
        assertThat(vendor.balance()).isEqualTo(70_000);
    }

    @Test
    void many_psds_at_once_never_take_more_than_the_account_holds() throws Exception {
        List<TestPsd> psds = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            psds.add(new TestPsd(vendor, "server" + i));
        }
        List<TestPsd> left = Collections.synchronizedList(new ArrayList<>(psds));
        List<Reply> replies = atOnce(() -> left.remove(0).download(UUID.randomUUID(), 30_000, 0));
        assertThat(replies)
                .filteredOn(reply -> reply.json().getString("state").equals("granted"))
                .hasSize(3);
        assertThat(vendor.balance()).isEqualTo(10_000);
    }

    @Test
    void one_batch_of_entries_sent_at_once_by_many_is_taken_in_once() throws Exception {
        psd.funded(10_000).franked(820, 560);
        List<Reply> replies = atOnce(() -> psd.send(psd.unsent()));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body())
                .isEqualTo(replies.get(0).body()));
        assertThat(vendor.get("/v1/psds/" + psd.serial + "/receipts").list()).hasSize(1);
    }

    @Test
    void one_vendor_registered_at_once_by_many_has_one_licence() throws Exception {
        String registration = vendor.registration(100_000)
                .replace(escaped(TestVendor.pem(vendor.enrolment)), escaped(TestVendor.pem(another())))
                .replace(escaped(TestVendor.pem(vendor.auditor)), escaped(TestVendor.pem(another())));
        List<Reply> replies = atOnce(() -> vendor.admin("POST", "/admin/vendors", registration));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body())
                .isEqualTo(replies.get(0).body()));
    }

    private static KeyPair another() {
        return P256.newKeyPair(TestVendor.RANDOM);
    }

    private static String escaped(String text) {
        return Json.createValue(text).toString();
    }

    private void order(String mode, int times) throws Exception {
        assertThat(vendor.admin(
                                "POST",
                                "/admin/faults",
                                Json.createObjectBuilder()
                                        .add("path", "/v1/psds/" + psd.serial + "/downloads")
                                        .add("mode", mode)
                                        .add("times", times)
                                        .build()
                                        .toString())
                        .status())
                .isEqualTo(201);
    }

    private static List<Reply> atOnce(Callable<Reply> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(Collections.nCopies(AT_ONCE, call))) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }
}
