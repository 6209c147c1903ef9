package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedHelperTest {
    private static final TestAuthority POST = new TestAuthority();

    @TempDir
    private Path folder;

    private Path shaded;
    private Path out;

    @BeforeEach
    void makeShadedJar() throws IOException {
        shaded = folder.resolve("shaded.jar");
        out = folder.resolve("print-helper.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Permissions"), "all-permissions");
        try (OutputStream file = Files.newOutputStream(shaded);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            put(jar, "org/stampwright/Thing.class", "bytes");
            put(jar, TrustRoot.ENTRY, "somebody else's root");
        }
    }

    @Test
    void the_signed_jar_carries_the_root_and_every_entry_is_the_signers() throws Exception {
        KeyStore.PrivateKeyEntry signer = signer("RSA", "SHA256withRSA");
        SignedHelper.make(shaded, rootPem(), signer, out);
        try (JarFile jar = new JarFile(out.toFile(), true)) {
            for (JarEntry entry : jar.stream()
                    .filter(entry -> !entry.getName().startsWith("META-INF/VENDOR")
                            && !entry.getName().equals(JarFile.MANIFEST_NAME))
                    .toList()) {
                assertThat(readFully(jar, entry)).isNotEmpty();
                assertThat(entry.getCertificates()).as(entry.getName()).containsExactly(signer.getCertificate());
            }
            assertThat(readFully(jar, jar.getJarEntry(TrustRoot.ENTRY))).isEqualTo(rootPem());
            assertThat(jar.getManifest().getMainAttributes().getValue("Permissions"))
                    .isEqualTo("all-permissions");
        }
    }

    @Test
    void an_exchanged_root_breaks_the_signature() throws Exception {
        SignedHelper.make(shaded, rootPem(), signer("RSA", "SHA256withRSA"), out);
        Path tampered = folder.resolve("tampered.jar");
        try (JarFile jar = new JarFile(out.toFile(), false);
                OutputStream file = Files.newOutputStream(tampered);
                JarOutputStream copy = new JarOutputStream(file)) {
            for (JarEntry entry : jar.stream().toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(
                        entry.getName().equals(TrustRoot.ENTRY)
                                ? "mine".getBytes(StandardCharsets.US_ASCII)
                                : readFully(jar, entry));
                copy.closeEntry();
            }
        }
        try (JarFile jar = new JarFile(tampered.toFile(), true)) {
            assertThatThrownBy(() -> readFully(jar, jar.getJarEntry(TrustRoot.ENTRY)))
                    .isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void signing_again_replaces_the_jar() throws Exception {
        SignedHelper.make(shaded, rootPem(), signer("RSA", "SHA256withRSA"), out);
        KeyStore.PrivateKeyEntry second = signer("RSA", "SHA256withRSA");
        SignedHelper.make(out, rootPem(), second, out);
        try (JarFile jar = new JarFile(out.toFile(), true)) {
            JarEntry root = jar.getJarEntry(TrustRoot.ENTRY);
            readFully(jar, root);
            assertThat(root.getCertificates()).containsExactly(second.getCertificate());
        }
    }

    @Test
    void a_signer_that_web_start_would_refuse_is_refused_here() throws Exception {
        KeyStore.PrivateKeyEntry signer = signer("EC", "SHA256withECDSA");
        assertThatThrownBy(() -> SignedHelper.make(shaded, rootPem(), signer, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA");
    }

    @Test
    void a_root_that_is_no_certificate_is_refused() throws Exception {
        KeyStore.PrivateKeyEntry signer = signer("RSA", "SHA256withRSA");
        assertThatThrownBy(() -> SignedHelper.make(shaded, new byte[] {1, 2}, signer, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("root");
        assertThat(out).doesNotExist();
    }

    private static byte[] rootPem() throws GeneralSecurityException {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(POST.root().getEncoded()) + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyStore.PrivateKeyEntry signer(String algorithm, String signature)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Test vendor");
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.valueOf(pair.hashCode() & 0x7FFFFFFF),
                                Date.from(TestAuthority.NOW),
                                Date.from(TestAuthority.NOW.plusSeconds(86_400)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
        return new KeyStore.PrivateKeyEntry(pair.getPrivate(), new Certificate[] {certificate});
    }

    private static void put(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(text.getBytes(StandardCharsets.US_ASCII));
        jar.closeEntry();
    }

    private static byte[] readFully(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
