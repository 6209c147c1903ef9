package org.stampwright.vendor.signing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.stampwright.indicium.CertificateSerial;

/** A real keystore module in a folder of the test, under certificate numbers that no authority gave. */
public final class TestModule {

    private TestModule() {
    }

    public static CertifiedModule in(Path folder, long indicium, long seal) {
        CryptographicModule module = KeystoreModule.in(folder.resolve("module-" + indicium + ".p12"),
                "secret".toCharArray(), new SecureRandom(), Instant.parse("2026-11-23T12:00:00Z"));
        return new CertifiedModule(module, new CertificateSerial(indicium), new CertificateSerial(seal));
    }
}
