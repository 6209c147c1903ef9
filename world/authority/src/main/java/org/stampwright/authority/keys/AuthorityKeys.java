package org.stampwright.authority.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.Pem;

/**
 * The authority's own two keys and their certificates.
 *
 * <p>They are created at the first start, in a temporary folder that is renamed once all four files are written. A
 * start that is killed halfway therefore leaves either all of them or none.
 */
record AuthorityKeys(PrivateKey rootKey, X509Certificate root, PrivateKey signingKey, X509Certificate signing) {

    private static final X500Name ROOT = new X500Name("CN=Stampwright reference postal authority root");
    private static final X500Name SIGNING = new X500Name("CN=Stampwright reference postal authority signing");

    /**
     * Returns the keys in this folder, creating them if there are none.
     *
     * @param serials gives the next certificate serial number
     */
    static AuthorityKeys in(Path folder, SecureRandom random, LongSupplier serials, Instant now) {
        Path keys = folder.resolve("keys");
        try {
            if (!Files.isDirectory(keys)) {
                make(folder, random, serials, now).writeTo(folder, keys);
            }
            return read(keys);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "the authority's keys in " + keys + " cannot be read or written", unreadable);
        }
    }

    /** Returns the issuer that certifies with these keys. */
    CertificateMaker.Issuer issuer() {
        return new CertificateMaker.Issuer(ROOT, root.getPublicKey(), rootKey);
    }

    private static AuthorityKeys make(Path folder, SecureRandom random, LongSupplier serials, Instant now)
            throws IOException {
        Files.createDirectories(folder);
        KeyPair root = P256.newKeyPair(random);
        KeyPair signing = P256.newKeyPair(random);
        CertificateMaker.Issuer issuer = new CertificateMaker.Issuer(ROOT, root.getPublic(), root.getPrivate());
        return new AuthorityKeys(
                root.getPrivate(),
                CertificateMaker.make(issuer, Profile.ROOT, ROOT, root.getPublic(), serials.getAsLong(), now),
                signing.getPrivate(),
                CertificateMaker.make(issuer, Profile.SIGNING, SIGNING, signing.getPublic(), serials.getAsLong(), now));
    }

    private void writeTo(Path folder, Path keys) throws IOException {
        Path half = Files.createTempDirectory(folder, "keys-");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
        write(half.resolve("root.key.pem"), Pem.of("PRIVATE KEY", rootKey.getEncoded()));
        write(half.resolve("root.pem"), Pem.of("CERTIFICATE", Certificates.encode(root)));
        write(half.resolve("signing.key.pem"), Pem.of("PRIVATE KEY", signingKey.getEncoded()));
        write(half.resolve("signing.pem"), Pem.of("CERTIFICATE", Certificates.encode(signing)));
        Files.move(half, keys, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, String pem) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, pem.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.SYNC);
    }

    private static AuthorityKeys read(Path keys) throws IOException {
        return new AuthorityKeys(
                key(keys.resolve("root.key.pem")),
                certificate(keys.resolve("root.pem")),
                key(keys.resolve("signing.key.pem")),
                certificate(keys.resolve("signing.pem")));
    }

    private static PrivateKey key(Path file) throws IOException {
        return Pem.privateKey(Files.readString(file));
    }

    private static X509Certificate certificate(Path file) throws IOException {
        return Certificates.read(Files.readAllBytes(file));
    }
}
