package org.stampwright.postage.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.Pem;

/**
 * This instance's own key (P-256) and its self-signed certificate, created at the first start and stored in the
 * instance's folder. The certificate is trusted because the operator admitted its row. The key signs hand-over tokens
 * and nothing else.
 */
@ApplicationScoped
public class NodeKey {

    private static final Duration VALIDITY = Duration.ofDays(3650);

    private PrivateKey key;
    private X509Certificate certificate;

    @Inject
    ThisInstance instance;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    @PostConstruct
    void loadOrMake() {
        Path keyFile = instance.folder().resolve("node.key.pem");
        Path certificateFile = instance.folder().resolve("node.certificate.pem");
        try {
            if (!Files.exists(keyFile) || !Files.exists(certificateFile)) {
                make(keyFile, certificateFile);
            }
            key = Pem.privateKey(Files.readString(keyFile, StandardCharsets.US_ASCII));
            certificate = Certificates.read(Files.readAllBytes(certificateFile));
        } catch (IOException fault) {
            throw new UncheckedIOException("the node key in " + keyFile + " cannot be read or made", fault);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new IllegalStateException("the node key in " + keyFile + " is not a P-256 key", fault);
        }
    }

    /** Writes whole files or none, the key last: an interrupted start leaves no file that breaks the next one. */
    private void make(Path keyFile, Path certificateFile) throws IOException, GeneralSecurityException {
        KeyPair pair = P256.newKeyPair(random);
        Files.createDirectories(instance.folder());
        Files.deleteIfExists(keyFile);
        write(certificateFile, "CERTIFICATE", selfSigned(pair).getEncoded());
        write(keyFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private X509Certificate selfSigned(KeyPair pair) throws GeneralSecurityException {
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, instance.name())
                .build();
        Instant now = clock.instant();
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    subject,
                                    new BigInteger(Long.SIZE, random).add(BigInteger.ONE),
                                    Date.from(now),
                                    Date.from(now.plus(VALIDITY)),
                                    subject,
                                    pair.getPublic())
                            .build(signer));
        } catch (OperatorCreationException fault) {
            throw new GeneralSecurityException(fault);
        }
    }

    private static void write(Path file, String label, byte[] bytes) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Pem.of(label, bytes), StandardCharsets.US_ASCII);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    X509Certificate certificate() {
        return certificate;
    }

    JWSSigner signer() {
        try {
            return new ECDSASigner(key, Curve.P_256);
        } catch (JOSEException noKey) {
            throw new IllegalStateException("the node key cannot sign", noKey);
        }
    }
}
