package org.stampwright.indicium.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The permitted use of a key: a certificate of the authority names exactly one of these in its extended key usage. The
 * object identifiers are below an arc made from a UUID (ITU-T X.667), which needs no registration.
 */
public enum KeyUse {

    /** Signs indicia and its own certificate request, nothing else. */
    INDICIUM("1"),
    /** Seals ledger entries. */
    SEAL("2"),
    /** Signs the authority's receipts, trust bundles and answers. */
    AUTHORITY_SIGNING("3");

    private static final String ARC = "2.25.103206101404022557838583199534168848074";

    private final String oid;

    KeyUse(String leaf) {
        oid = ARC + "." + leaf;
    }

    /** Returns the object identifier in the certificate's extended key usage, dotted. */
    public String oid() {
        return oid;
    }

    /** Returns whether the certificate is for this use only. */
    public boolean isOf(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses != null && uses.equals(List.of(oid));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
