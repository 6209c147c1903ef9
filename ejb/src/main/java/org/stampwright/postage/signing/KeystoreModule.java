package org.stampwright.postage.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.nativecrypto.SignatureProvider;
import org.stampwright.postage.indicium.PreparedIndicium;

/**
 * A module in a PKCS #12 file, for development only: the file and its password give access to the keys. It signs by
 * the native provider, and where that does not load by Bouncy Castle, which makes about five to seven times as many
 * signatures a second as the JDK's own provider.
 */
final class KeystoreModule implements CryptographicModule {

    private static final String CSR_ALGORITHM = "SHA256withECDSA";
    private static final Duration VALIDITY = Duration.ofDays(3650);

    private final Provider provider;
    private final Map<KeyUse, PrivateKey> keys = new EnumMap<>(KeyUse.class);
    private final Map<KeyUse, PublicKey> publicKeys = new EnumMap<>(KeyUse.class);

    private KeystoreModule(KeyStore store, char[] password, Provider provider) throws GeneralSecurityException {
        this.provider = provider;
        for (KeyUse use : new KeyUse[] {KeyUse.INDICIUM, KeyUse.SEAL}) {
            PrivateKey key = (PrivateKey) store.getKey(alias(use), password);
            keys.put(
                    use,
                    KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
            publicKeys.put(use, store.getCertificate(alias(use)).getPublicKey());
        }
    }

    /**
     * Opens the module in this file; creates both keys if there is no file yet.
     *
     * @param now start of the validity of the wrapping certificates, which is never checked
     * @throws IllegalStateException if the file cannot be opened with this password, or cannot be created
     */
    static KeystoreModule in(Path file, char[] password, SecureRandom random, Instant now) {
        Provider fastest = SignatureProvider.install().nativeProvider().orElseGet(BouncyCastleProvider::new);
        return in(file, password, random, now, fastest);
    }

    /** Opens the module to sign by this provider. */
    static KeystoreModule in(Path file, char[] password, SecureRandom random, Instant now, Provider provider) {
        try {
            if (!Files.exists(file)) {
                make(file, password, random, now);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            return new KeystoreModule(store, password, provider);
        } catch (IOException | GeneralSecurityException | OperatorCreationException fault) {
            throw new IllegalStateException("the keystore module in " + file + " cannot be opened", fault);
        }
    }

    private static void make(Path file, char[] password, SecureRandom random, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        for (KeyUse use : new KeyUse[] {KeyUse.INDICIUM, KeyUse.SEAL}) {
            KeyPair pair = P256.newKeyPair(random);
            store.setKeyEntry(
                    alias(use), pair.getPrivate(), password, new Certificate[] {wrapping(pair, use, random, now)});
        }
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "module",
                ".p12",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(unfinished)) {
            store.store(out, password);
        }
        Files.move(unfinished, file);
    }

    /** A key in a keystore needs a certificate around it; the authority's own is stored in the database. */
    private static X509Certificate wrapping(KeyPair pair, KeyUse use, SecureRandom random, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, alias(use))
                .build();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(Long.SIZE, random).add(BigInteger.ONE),
                Date.from(now),
                Date.from(now.plus(VALIDITY)),
                name,
                pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(CSR_ALGORITHM).build(pair.getPrivate())));
    }

    private static String alias(KeyUse use) {
        return switch (use) {
            case INDICIUM -> "indicium";
            case SEAL -> "seal";
            case AUTHORITY_SIGNING -> throw new IllegalArgumentException("a vendor's module has no such key");
        };
    }

    @Override
    public PublicKey publicKey(KeyUse use) {
        return publicKeys.get(use);
    }

    @Override
    public byte[] sign(PreparedIndicium prepared) {
        return sign(KeyUse.INDICIUM, prepared.content());
    }

    @Override
    public byte[] seal(LedgerEntry entry) {
        return sign(KeyUse.SEAL, entry.encode());
    }

    private byte[] sign(KeyUse use, byte[] bytes) {
        try {
            return P256.sign(keys.get(use), bytes, provider);
        } catch (GeneralSecurityException fault) {
            throw new ModuleOffline("the keystore module does not sign", fault);
        }
    }

    @Override
    public byte[] certificateRequest(KeyUse use, String subject) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, subject)
                .addRDN(BCStyle.OU, alias(use))
                .build();
        try {
            var signer = new JcaContentSignerBuilder(CSR_ALGORITHM)
                    .setProvider(provider)
                    .build(keys.get(use));
            return new JcaPKCS10CertificationRequestBuilder(name, publicKeys.get(use))
                    .build(signer)
                    .getEncoded();
        } catch (OperatorCreationException | IOException fault) {
            throw new ModuleOffline("the keystore module does not sign its certificate request", fault);
        }
    }
}
