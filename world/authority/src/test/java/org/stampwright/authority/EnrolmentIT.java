package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.AuthorityRequest;

/** Vendors, their signed requests, and their modules' certificates. */
class EnrolmentIT {

    private static TestVendor vendor;

    @BeforeAll
    static void enrol() throws Exception {
        vendor = new TestVendor(1_000_000);
    }

    @Test
    void the_same_enrolment_key_gets_the_same_licence_again() throws Exception {
        Reply again = vendor.admin("POST", "/admin/vendors", vendor.registration(1_000_000));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(vendor.licence);
        assertThat(vendor.balance()).isEqualTo(1_000_000);
    }

    @Test
    void the_same_enrolment_key_with_other_particulars_is_refused() throws Exception {
        assertThat(vendor.admin("POST", "/admin/vendors", vendor.registration(2_000_000))
                        .problem())
                .isEqualTo("409 vendor-differs");
    }

    @Test
    void two_vendors_have_two_licences() throws Exception {
        assertThat(new TestVendor(0).licence.getInt("licence")).isNotEqualTo(vendor.licence.getInt("licence"));
    }

    @Test
    void nobody_registers_a_vendor_without_the_administrators_password() throws Exception {
        Reply refused = vendor.with("POST", "/admin/vendors", vendor.registration(5), "Basic YWRtaW46d3Jvbmc=");
        assertThat(refused.problem()).isEqualTo("401 unauthenticated");
    }

    @Test
    void a_deposit_with_the_same_id_is_booked_once() throws Exception {
        TestVendor other = new TestVendor(0);
        String path = "/admin/vendors/" + other.licence.getInt("vendor") + "/deposits";
        UUID id = UUID.randomUUID();
        other.admin("POST", path, "{\"requestId\":\"" + id + "\",\"amount\":7000}");
        other.admin("POST", path, "{\"requestId\":\"" + id + "\",\"amount\":7000}");
        assertThat(other.balance()).isEqualTo(7000);
        assertThat(other.admin("POST", path, "{\"requestId\":\"" + id + "\",\"amount\":7001}")
                        .problem())
                .isEqualTo("409 id-reused");
    }

    @Test
    void an_unsigned_request_is_refused() throws Exception {
        assertThat(vendor.with("GET", "/v1/licence", "", "none").problem()).isEqualTo("401 unsigned");
    }

    @Test
    void a_request_signed_by_another_key_is_refused() throws Exception {
        Reply reply = vendor.send(
                vendor.signed("GET", "/v1/licence", ""),
                "",
                P256.newKeyPair(TestVendor.RANDOM).getPrivate());
        assertThat(reply.problem()).isEqualTo("401 bad-signature");
    }

    @Test
    void a_request_with_another_body_than_the_signed_one_is_refused() throws Exception {
        AuthorityRequest request = vendor.signed("PUT", "/v1/psds/" + UUID.randomUUID(), "{}");
        assertThat(vendor.send(request, "{\"serverSystem\":\"alder\"}").problem())
                .isEqualTo("401 bad-signature");
    }

    @Test
    void an_unknown_key_is_refused() throws Exception {
        AuthorityRequest request = AuthorityRequest.of(
                "enrolment-nobody", "GET", "/v1/licence", new byte[0], Instant.now(), TestVendor.nonce());
        assertThat(vendor.send(request, "").problem()).isEqualTo("401 unknown-key");
    }

    @Test
    void a_request_six_minutes_old_or_new_is_refused() throws Exception {
        for (int seconds : new int[] {-360, 360}) {
            AuthorityRequest request = AuthorityRequest.of(
                    vendor.licence.getString("keyId"),
                    "GET",
                    "/v1/licence",
                    new byte[0],
                    Instant.now().plusSeconds(seconds),
                    TestVendor.nonce());
            assertThat(vendor.send(request, "").problem()).isEqualTo("401 stale-request");
        }
    }

    @Test
    void a_request_repeated_byte_for_byte_gets_the_same_answer() throws Exception {
        String body = "{\"serverSystem\":\"alder\"}";
        AuthorityRequest request = vendor.signed("PUT", "/v1/psds/" + UUID.randomUUID(), body);
        Reply first = vendor.send(request, body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(vendor.send(request, body).body()).isEqualTo(first.body());
    }

    @Test
    void a_nonce_used_for_another_request_is_refused() throws Exception {
        AuthorityRequest first = vendor.signed("GET", "/v1/licence", "");
        vendor.send(first, "");
        AuthorityRequest second =
                AuthorityRequest.of(first.keyId(), "GET", "/v1/psds", new byte[0], first.time(), first.nonce());
        assertThat(vendor.send(second, "").problem()).isEqualTo("401 nonce-used");
    }

    @Test
    void the_auditors_key_reads_and_never_writes() throws Exception {
        String key = vendor.licence.getString("auditorKeyId");
        AuthorityRequest read =
                AuthorityRequest.of(key, "GET", "/v1/psds", new byte[0], Instant.now(), TestVendor.nonce());
        assertThat(vendor.send(read, "", vendor.auditor.getPrivate()).status()).isEqualTo(200);
        String body = "{\"serverSystem\":\"alder\"}";
        AuthorityRequest write = AuthorityRequest.of(
                key, "PUT", "/v1/psds/" + UUID.randomUUID(), body.getBytes(), Instant.now(), TestVendor.nonce());
        assertThat(vendor.send(write, body, vendor.auditor.getPrivate()).problem())
                .isEqualTo("403 auditor-reads-only");
    }

    @Test
    void the_root_issued_the_signing_certificate() {
        X509Certificate root = root();
        assertThat(Certificates.objection(vendor.signingCertificate(), KeyUse.AUTHORITY_SIGNING, root))
                .isEmpty();
    }

    @Test
    void an_approved_request_becomes_a_certificate_for_that_use_alone() throws Exception {
        TestVendor.Module module = vendor.module("indicium", "alder");
        assertThat(Certificates.objection(module.certificate(), KeyUse.INDICIUM, root()))
                .isEmpty();
        assertThat(Certificates.objection(module.certificate(), KeyUse.SEAL, root()))
                .isPresent();
        assertThat(module.certificate().getSerialNumber().longValueExact()).isEqualTo(module.certificateSerial());
    }

    @Test
    void a_request_is_pending_until_it_is_approved_and_approved_once() throws Exception {
        String id = UUID.randomUUID().toString();
        String body = TestVendor.certificateRequest("seal", "birch", P256.newKeyPair(TestVendor.RANDOM));
        Reply pending = vendor.put("/v1/certificate-requests/" + id, body);
        assertThat(pending.status()).isEqualTo(202);
        assertThat(vendor.admin("GET", "/admin/certificate-requests?state=pending", "")
                        .list()
                        .getValuesAs(JsonObject.class))
                .anyMatch(request -> request.getString("id").equals(id));
        JsonObject issued = vendor.admin("POST", "/admin/certificate-requests/" + id + "/approve", "")
                .json();
        JsonObject again = vendor.admin("POST", "/admin/certificate-requests/" + id + "/approve", "")
                .json();
        assertThat(again).isEqualTo(issued);
        assertThat(vendor.put("/v1/certificate-requests/" + id, body).json().getString("certificate"))
                .isEqualTo(issued.getString("certificate"));
    }

    @Test
    void a_request_not_signed_by_its_own_key_is_refused() throws Exception {
        KeyPair keys = P256.newKeyPair(TestVendor.RANDOM);
        String body = TestVendor.certificateRequest(
                "seal", "birch", keys, P256.newKeyPair(TestVendor.RANDOM).getPrivate());
        assertThat(vendor.put("/v1/certificate-requests/" + UUID.randomUUID(), body)
                        .problem())
                .isEqualTo("400 no-proof-of-possession");
    }

    @Test
    void a_key_certified_for_one_use_is_refused_for_another() throws Exception {
        KeyPair keys = P256.newKeyPair(TestVendor.RANDOM);
        vendor.put(
                "/v1/certificate-requests/" + UUID.randomUUID(), TestVendor.certificateRequest("seal", "birch", keys));
        assertThat(vendor.put(
                                "/v1/certificate-requests/" + UUID.randomUUID(),
                                TestVendor.certificateRequest("indicium", "birch", keys))
                        .problem())
                .isEqualTo("409 key-in-use");
    }

    @Test
    void another_vendors_certificate_request_is_not_to_be_seen() throws Exception {
        String path = "/v1/certificate-requests/" + UUID.randomUUID();
        vendor.put(path, TestVendor.certificateRequest("seal", "birch", P256.newKeyPair(TestVendor.RANDOM)));
        assertThat(new TestVendor(0).get(path).problem()).isEqualTo("404 not-found");
    }

    private static X509Certificate root() {
        try {
            return Certificates.read(vendor.with("GET", "/root.pem", "", "none").body());
        } catch (IOException | InterruptedException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
