package org.stampwright.authority.keys;

import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.stampwright.indicium.trust.KeyUse;

/** The kinds of certificate that this authority issues. */
enum Profile {
    ROOT(null, 20),
    SIGNING(KeyUse.AUTHORITY_SIGNING, 10),
    INDICIUM(KeyUse.INDICIUM, 3),
    SEAL(KeyUse.SEAL, 3);

    private static final int DAYS = 365;

    private final KeyUse use;
    private final int years;

    Profile(KeyUse use, int years) {
        this.use = use;
        this.years = years;
    }

    static Profile ofUse(String use) {
        return use.equals("indicium") ? INDICIUM : SEAL;
    }

    Duration lifetime() {
        return Duration.ofDays((long) years * DAYS);
    }

    ExtendedKeyUsage extendedKeyUsage() {
        return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.oid())));
    }
}
