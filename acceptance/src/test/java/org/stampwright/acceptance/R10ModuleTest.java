package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.P256;

/** R10: each server system has its own cryptographic module; here the keystore kind. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R10: one cryptographic module per server system")
class R10ModuleTest {

    @Test
    void a_stamp_verifies_with_its_own_modules_certificate_and_no_other(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        Map<String, SignedIndicium> stamps = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            JsonObject order = api.buys(Purchase.of(sheet, 1));
            stamps.put(
                    order.getString("frankedBy"),
                    Printing.as(system, api).indicia(order).get(0));
        }
        assertThat(stamps).containsOnlyKeys("birch", "cedar");
        for (String signer : stamps.keySet()) {
            for (String module : stamps.keySet()) {
                assertThat(verifies(stamps.get(signer), certificate(system, module)))
                        .as("stamp of %s with the certificate of %s", signer, module)
                        .isEqualTo(signer.equals(module));
            }
        }
    }

    private static boolean verifies(SignedIndicium stamp, X509Certificate certificate) {
        byte[] bytes = stamp.encode();
        return P256.verify(certificate.getPublicKey(), Arrays.copyOf(bytes, 72), stamp.signature());
    }

    private static X509Certificate certificate(VendorSystem system, String module) {
        List<List<Object>> row = system.ledger()
                .rows(
                        "select certificate from module_certificate c join server_system s "
                                + "on s.id = c.server_system_id where s.name = ? and c.use = 'indicium' and c.state"
                                + " = 'issued'",
                        module);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream((byte[])
                            row.get(0).get(0)));
        } catch (CertificateException broken) {
            throw new AssertionError(broken);
        }
    }
}
