package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
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

    /** The bundle does not grow with all voids ever; what it leaves out is neither genuine offline nor accepted. */
    @Test
    void a_void_of_long_ago_is_not_in_the_bundle_and_the_desk_still_refuses_the_stamp() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        TestPsd psd = new TestPsd(vendor).funded(10_000).frankingOn(today.minusDays(401));
        SignedIndicium old = psd.signed(psd.franked(820).get(0));
        psd.frankingOn(today.minusDays(399)).franked(820);
        assertThat(psd.report().status()).isEqualTo(200);
        for (int piece : List.of(1, 2)) {
            vendor.put(
                    "/v1/voids/" + UUID.randomUUID(),
                    "{\"psdSerial\":" + psd.serial + ",\"pieceCount\":" + piece + ",\"reason\":\"spoiled\"}");
        }
        assertThat(bundle().bundle().voided())
                .contains(new Piece(new PsdSerial(psd.serial), 2))
                .doesNotContain(new Piece(new PsdSerial(psd.serial), 1));
        assertThat(verify(old)).isInstanceOf(Verdict.AskTheDesk.class);
        String stamp = "\"indicium\":\"" + HexFormat.of().formatHex(old.encode()) + "\"";
        assertThat(vendor.desk("/desk/accept", "{" + stamp + ",\"desk\":\"7\",\"scan\":\"1\"}")
                        .json()
                        .getString("answer"))
                .isEqualTo("voided");
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
