package org.stampwright.postage.signing;

import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.stampwright.indicium.CertificateSerial;

/** A real keystore module in a folder of the test, under certificate numbers that no authority issued. */
public final class TestModule {

    private static final Map<CryptographicModule, Token> TOKENS = new ConcurrentHashMap<>();

    private TestModule() {}

    public static CertifiedModule in(Path folder, long indicium, long seal) {
        Token token = new Token();
        CryptographicModule module = KeystoreModule.in(
                folder.resolve("module-" + indicium + ".p12"),
                "secret".toCharArray(),
                new SecureRandom(),
                Instant.parse("2026-11-23T12:00:00Z"),
                token);
        TOKENS.put(module, token);
        return new CertifiedModule(module, new CertificateSerial(indicium), new CertificateSerial(seal));
    }

    /**
     * Takes the module offline, as when a token is removed.
     *
     * @return the action that brings it back
     */
    public static Runnable offline(CertifiedModule module) {
        Token token = TOKENS.get(module.module());
        token.removed = true;
        return () -> token.removed = false;
    }

    /** A security provider whose token can be removed: it then offers no signatures. */
    private static final class Token extends Provider {

        private static final long serialVersionUID = 1;

        private final transient Provider present = new BouncyCastleProvider();
        private volatile boolean removed;

        private Token() {
            super("Token", "1", "signatures of a token");
        }

        @Override
        public Service getService(String type, String algorithm) {
            return removed && type.equals("Signature") ? null : present.getService(type, algorithm);
        }
    }
}
