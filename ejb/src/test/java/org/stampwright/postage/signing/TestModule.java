package org.stampwright.postage.signing;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.KeyUse;

/** A real keystore module in a folder of the test, under certificate numbers that no authority issued. */
public final class TestModule {

    private TestModule() {}

    public static CertifiedModule in(Path folder, long indicium, long seal) {
        CryptographicModule module = KeystoreModule.in(
                folder.resolve("module-" + indicium + ".p12"),
                "secret".toCharArray(),
                new SecureRandom(),
                Instant.parse("2026-11-23T12:00:00Z"));
        return new CertifiedModule(module, new CertificateSerial(indicium), new CertificateSerial(seal));
    }

    /**
     * Takes the module offline, as when a token is removed.
     *
     * @return the action that brings it back
     */
    public static Runnable offline(CertifiedModule module) {
        Map<KeyUse, PrivateKey> keys = keys(module);
        Map<KeyUse, PrivateKey> real = new EnumMap<>(keys);
        keys.replaceAll((use, key) -> new Gone());
        return () -> keys.putAll(real);
    }

    @SuppressWarnings("unchecked")
    private static Map<KeyUse, PrivateKey> keys(CertifiedModule module) {
        try {
            Field keys = KeystoreModule.class.getDeclaredField("keys");
            keys.setAccessible(true);
            return (Map<KeyUse, PrivateKey>) keys.get(module.module());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key that signs nothing. */
    private static final class Gone implements PrivateKey {

        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}
