package org.stampwright.webstart;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Piece;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.TrustBundle;

/** A minimal postal authority for tests: a root, one module's key, and a trust bundle. */
final class TestAuthority {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final X500Name NAME = new X500Name("CN=Test authority");

    private final SecureRandom random = new SecureRandom();
    private final KeyPair rootKey = P256.newKeyPair(random);
    private final KeyPair signingKey = P256.newKeyPair(random);
    private final KeyPair moduleKey = P256.newKeyPair(random);
    private final X509Certificate root = certificate(1, NAME, rootKey, null);
    private final X509Certificate signing =
            certificate(2, new X500Name("CN=Signing"), signingKey, KeyUse.AUTHORITY_SIGNING);
    private final X509Certificate module = certificate(1001, new X500Name("CN=Module"), moduleKey, KeyUse.INDICIUM);

    X509Certificate root() {
        return root;
    }

    byte[] bundle(Piece... voided) {
        return bundle(NOW.plus(Duration.ofDays(1)), voided);
    }

    byte[] bundle(Instant nextUpdate, Piece... voided) {
        TrustBundle bundle = new TrustBundle(
                1,
                NOW.minusSeconds(60),
                nextUpdate,
                signing,
                List.of(module),
                List.of(),
                new TreeSet<>(List.of(voided)));
        return new SignedTrustBundle(bundle, P256.sign(signingKey.getPrivate(), bundle.encode())).encode();
    }

    /** Returns the stamp number {@code pieceCount} of the only device, for this label. */
    SignedIndicium stamp(LabelSerial sheet, int position, int pieceCount) {
        IndiciumContent content = content(sheet, position, pieceCount);
        return new SignedIndicium(content, P256.sign(moduleKey.getPrivate(), content.encode()));
    }

    static IndiciumContent content(LabelSerial sheet, int position, int pieceCount) {
        return IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1001))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(12_345_678))
                .registers(new Registers(Money.ofMills(820L * pieceCount), Money.ofMills(100_000 - 820L * pieceCount)))
                .postage(Money.ofMills(820))
                .licensingPostcode(94105)
                .softwareId("SWR001")
                .rateCategory("FCL")
                .pieceCount(pieceCount)
                .licence(new LicenceNumber(700_001))
                .labelSerial(sheet)
                .labelPosition(position)
                .frankedOn(LocalDate.of(2026, 11, 23))
                .currency(840)
                .country("US")
                .build();
    }

    private X509Certificate certificate(long serial, X500Name subject, KeyPair key, KeyUse use) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME,
                    BigInteger.valueOf(serial),
                    Date.from(NOW.minus(Duration.ofDays(30))),
                    Date.from(NOW.plus(Duration.ofDays(365))),
                    subject,
                    key.getPublic());
            if (use != null) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.oid()))));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate())));
        } catch (java.security.GeneralSecurityException
                | java.io.IOException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
