package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.Piece;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.Verdict;

/** The trust bundle as a public client gets it. */
class BundleIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestVendor vendor;
    private static X509Certificate root;

    @BeforeAll
    static void enrol() throws Exception {
        vendor = new TestVendor(100_000);
        root = Certificates.read(vendor.with("GET", "/root.pem", "", "none").body());
    }

    @Test
    void a_bundle_is_signed_and_stays_the_same_while_nothing_changes() throws Exception {
        HttpResponse<byte[]> first = fetch(null);
        assertThat(SignedTrustBundle.decode(first.body()).objection(root)).isEmpty();
        assertThat(fetch(null).body()).isEqualTo(first.body());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(fetch(tag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_new_certificate_makes_a_new_bundle_with_a_higher_number() throws Exception {
        SignedTrustBundle before = bundle();
        long serial = vendor.module("indicium", "alder").certificateSerial();
        SignedTrustBundle after = bundle();
        assertThat(after.bundle().number()).isGreaterThan(before.bundle().number());
        assertThat(after.bundle().certificate(new CertificateSerial(serial))).isPresent();
        assertThat(before.bundle().certificate(new CertificateSerial(serial))).isEmpty();
    }

    @Test
    void a_stamp_is_genuine_offline_until_it_is_voided() throws Exception {
        TestPsd psd = new TestPsd(vendor).funded(10_000);
        SignedIndicium stamp = psd.signed(psd.franked(820).get(0));
        assertThat(psd.report().status()).isEqualTo(200);
        assertThat(verify(stamp)).isInstanceOf(Verdict.Genuine.class);
        vendor.put(
                "/v1/voids/" + UUID.randomUUID(),
                "{\"psdSerial\":" + psd.serial + ",\"pieceCount\":1,\"reason\":\"spoiled\"}");
        assertThat(verify(stamp)).isInstanceOf(Verdict.Voided.class);
        assertThat(bundle().bundle().voided()).contains(new Piece(new PsdSerial(psd.serial), 1));
    }

    @Test
    void a_revocation_is_in_the_next_bundle() throws Exception {
        long serial = vendor.module("indicium", "alder").certificateSerial();
        String path = "/admin/certificates/" + serial + "/revoke";
        vendor.admin("POST", path, "{\"reason\":\"superseded\"}");
        assertThat(bundle().bundle().revocation(new CertificateSerial(serial))).isPresent();
        assertThat(vendor.admin("POST", path, "{\"reason\":\"a whim\"}").problem())
                .isEqualTo("400 malformed");
    }

    private static Verdict verify(SignedIndicium stamp) throws Exception {
        return new IndiciumVerifier(root, bundle(), Clock.systemUTC()).verify(stamp);
    }

    private static SignedTrustBundle bundle() throws Exception {
        return SignedTrustBundle.decode(fetch(null).body());
    }

    private static HttpResponse<byte[]> fetch(String tag) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(vendor.authority.uri("/.well-known/stampwright/trust-bundle"));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
