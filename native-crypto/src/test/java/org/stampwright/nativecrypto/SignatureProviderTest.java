package org.stampwright.nativecrypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.KeyPair;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.trust.P256;

class SignatureProviderTest {

    private static final byte[] DATA = {1, 2, 3};
    private final SecureRandom random = new SecureRandom();

    @BeforeEach
    @AfterEach
    void none() {
        Security.removeProvider(SignatureProvider.NATIVE);
    }

    @Test
    void the_native_provider_signs_and_checks_where_no_provider_is_named() throws Exception {
        SignatureProvider installed = SignatureProvider.install(Platform.current());
        assertThat(installed).hasToString("AmazonCorrettoCryptoProvider 2.5.0 signs and checks");
        assertThat(installed.nativeProvider()).contains(Security.getProviders()[0]);
        Signature signature = Signature.getInstance(P256.ALGORITHM);
        signature.initSign(P256.newKeyPair(random).getPrivate());
        assertThat(signature.getProvider().getName()).isEqualTo(SignatureProvider.NATIVE);
    }

    @Test
    void a_second_call_returns_the_same() {
        assertThat(SignatureProvider.install()).isSameAs(SignatureProvider.install());
    }

    @Test
    void where_there_is_no_native_provider_the_jdks_own_signs_and_the_reason_is_named() {
        SignatureProvider installed = SignatureProvider.install(new Platform("Linux", "s390x"));
        assertThat(installed)
                .hasToString("the JDK's own provider signs and checks: "
                        + "this program has no native provider for Linux on s390x");
        assertThat(installed.nativeProvider()).isEmpty();
        KeyPair keys = P256.newKeyPair(random);
        assertThat(P256.verify(keys.getPublic(), DATA, P256.sign(keys.getPrivate(), DATA)))
                .isTrue();
    }

    @Test
    void a_library_of_another_processor_does_not_load() {
        String other = System.getProperty("os.arch").equals("aarch64") ? "amd64" : "aarch64";
        SignatureProvider installed = SignatureProvider.install(new Platform("Linux", other));
        assertThat(installed.toString()).contains("the JDK's own provider", "the native library did not load");
        assertThat(Security.getProvider(SignatureProvider.NATIVE)).isNull();
    }

    @Test
    void a_provider_that_accepts_every_signature_is_removed() {
        Security.addProvider(new LyingProvider(SignatureProvider.NATIVE, true));
        SignatureProvider installed = SignatureProvider.install(Platform.current());
        assertThat(installed.toString()).contains("the JDK's own provider", "rejecting a signature of other bytes");
        assertThat(Security.getProvider(SignatureProvider.NATIVE)).isNull();
    }

    @Test
    void a_provider_that_rejects_every_signature_is_removed() {
        Security.addProvider(new LyingProvider(SignatureProvider.NATIVE, false));
        SignatureProvider installed = SignatureProvider.install(Platform.current());
        assertThat(installed.toString()).contains("the JDK's own provider", "accepting a signature");
        assertThat(Security.getProvider(SignatureProvider.NATIVE)).isNull();
    }

    /** As when an application is deployed again: its classes are new ones, those of the first are gone. */
    @Test
    void an_application_that_is_deployed_again_uses_the_provider_of_the_first() throws Exception {
        try (URLClassLoader first = application()) {
            assertThat(installIn(first)).contains("AmazonCorrettoCryptoProvider 2.5.0");
        }
        Provider provider = Security.getProvider(SignatureProvider.NATIVE);
        try (URLClassLoader second = application()) {
            assertThat(installIn(second)).contains("AmazonCorrettoCryptoProvider 2.5.0");
        }
        assertThat(Security.getProvider(SignatureProvider.NATIVE)).isSameAs(provider);
        assertThat(provider.getClass().getClassLoader().getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
        KeyPair keys = P256.newKeyPair(random);
        assertThat(P256.verify(keys.getPublic(), DATA, P256.sign(keys.getPrivate(), DATA)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"amd64, 62", "aarch64, 183"})
    void the_jar_of_each_processor_contains_its_library(String processor, int machine) throws Exception {
        byte[] head = new byte[20];
        String jar = new Platform("Linux", processor).jar();
        try (ZipInputStream in = new ZipInputStream(SignatureProvider.class.getResourceAsStream(jar))) {
            while (!in.getNextEntry().getName().endsWith(".so")) {
                in.closeEntry();
            }
            assertThat(in.readNBytes(head, 0, head.length)).isEqualTo(head.length);
        }
        assertThat(head[18] & 0xff).isEqualTo(machine);
    }

    private static URLClassLoader application() {
        URL[] classes = {
            SignatureProvider.class.getProtectionDomain().getCodeSource().getLocation(),
            P256.class.getProtectionDomain().getCodeSource().getLocation()
        };
        return new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
    }

    private static String installIn(ClassLoader application) throws ReflectiveOperationException {
        Class<?> type = Class.forName(SignatureProvider.class.getName(), true, application);
        assertThat(type).isNotSameAs(SignatureProvider.class);
        return type.getMethod("install").invoke(null).toString();
    }

    /** A provider with real keys and hashes that gives the same verdict on every signature. */
    static final class LyingProvider extends Provider {

        LyingProvider(String name, boolean verdict) {
            super(name, "1", "a provider that lies");
            put("Signature." + P256.ALGORITHM, (verdict ? Yes.class : No.class).getName());
            copy("KeyFactory", "EC");
            copy("MessageDigest", "SHA-256");
        }

        private void copy(String type, String algorithm) {
            for (Provider real : Security.getProviders()) {
                Service service = real.getService(type, algorithm);
                if (service != null) {
                    putService(new Service(this, type, algorithm, service.getClassName(), null, null) {
                        @Override
                        public Object newInstance(Object parameter) throws java.security.NoSuchAlgorithmException {
                            return service.newInstance(parameter);
                        }
                    });
                    return;
                }
            }
        }
    }

    /** Accepts. */
    public static final class Yes extends Verdict {
        public Yes() {
            super(true);
        }
    }

    /** Rejects. */
    public static final class No extends Verdict {
        public No() {
            super(false);
        }
    }

    private static class Verdict extends java.security.SignatureSpi {
        private final boolean verdict;

        Verdict(boolean verdict) {
            this.verdict = verdict;
        }

        @Override
        protected void engineInitVerify(java.security.PublicKey key) {}

        @Override
        protected void engineInitSign(java.security.PrivateKey key) {}

        @Override
        protected void engineUpdate(byte one) {}

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[P256.SIGNATURE_LENGTH];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return verdict;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            return null;
        }
    }
}
