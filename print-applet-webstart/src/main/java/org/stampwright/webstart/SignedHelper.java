package org.stampwright.webstart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * Makes a vendor's helper from the shaded jar: adds the authority's root as entry {@link TrustRoot#ENTRY}, then signs
 * the whole jar, so that replacing the root breaks the signature that Web Start checks. The signer must hold an RSA
 * key: IcedTea-Web refuses jars signed with EC keys.
 */
public final class SignedHelper {
    private static final String SIGNER_NAME = "VENDOR";

    private SignedHelper() {}

    /**
     * Writes the signed helper, replacing an earlier one in one step.
     *
     * @param shadedJar the helper as built, {@code print-helper.jar}
     * @param rootPem the authority's root certificate, PEM
     * @param signer the vendor's RSA key and its certificate chain
     * @param out the file that {@code stampwright.helper-jar} names
     * @throws IllegalArgumentException if the key is not RSA, or the root not a certificate
     */
    public static void make(Path shadedJar, byte[] rootPem, KeyStore.PrivateKeyEntry signer, Path out)
            throws IOException {
        requireRsa(signer);
        requireCertificate(rootPem);
        Path folder = out.toAbsolutePath().getParent();
        Path withRoot = Files.createTempFile(folder, "helper", ".unsigned");
        Path signed = Files.createTempFile(folder, "helper", ".signed");
        try {
            copyWithRoot(shadedJar, rootPem, withRoot);
            sign(withRoot, signer, signed);
            Files.move(signed, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(withRoot);
            Files.deleteIfExists(signed);
        }
    }

    private static void requireRsa(KeyStore.PrivateKeyEntry signer) {
        String algorithm = signer.getPrivateKey().getAlgorithm();
        if (!algorithm.equals("RSA")) {
            throw new IllegalArgumentException(
                    "the helper's signer must hold an RSA key, as Web Start requires, but holds " + algorithm);
        }
    }

    private static void requireCertificate(byte[] rootPem) {
        try (InputStream in = new ByteArrayInputStream(rootPem)) {
            CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException | IOException e) {
            throw new IllegalArgumentException("the authority's root is not a certificate: " + e.getMessage(), e);
        }
    }

    /** Copies the manifest first, as signed jars require it; an older root or signature in the source is left out. */
    private static void copyWithRoot(Path shadedJar, byte[] rootPem, Path target) throws IOException {
        try (JarFile source = new JarFile(shadedJar.toFile(), false);
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, source.getManifest())) {
            Enumeration<JarEntry> entries = source.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!isReplaced(entry.getName())) {
                    put(jar, entry.getName(), entry.getTime(), source.getInputStream(entry));
                }
            }
            put(jar, TrustRoot.ENTRY, ZIP_EPOCH, new ByteArrayInputStream(rootPem));
        }
    }

    /** 1980-01-01, the first date of the zip format: the same input gives the same entry. */
    private static final long ZIP_EPOCH = 315_532_800_000L;

    private static boolean isReplaced(String name) {
        return name.equals(JarFile.MANIFEST_NAME)
                || name.equals(TrustRoot.ENTRY)
                || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static void put(JarOutputStream jar, String name, long time, InputStream content) throws IOException {
        ZipEntry copy = new ZipEntry(name);
        copy.setTime(time);
        jar.putNextEntry(copy);
        content.transferTo(jar);
        jar.closeEntry();
    }

    private static void sign(Path unsigned, KeyStore.PrivateKeyEntry signer, Path target) throws IOException {
        try (ZipFile source = new ZipFile(unsigned.toFile());
                OutputStream out = Files.newOutputStream(target)) {
            new JarSigner.Builder(signer).signerName(SIGNER_NAME).build().sign(source, out);
        }
    }
}
