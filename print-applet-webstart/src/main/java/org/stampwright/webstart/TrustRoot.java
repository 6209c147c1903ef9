package org.stampwright.webstart;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** The authority's root certificate inside the helper's own signed jar. It is the helper's only trust anchor. */
public final class TrustRoot {
    /** Name of the jar entry with the root, PEM. */
    public static final String ENTRY = "META-INF/stampwright/root.pem";

    private TrustRoot() {}

    /**
     * Returns the root of the jar that this class came from.
     *
     * @throws HelperIncomplete if the jar has none, because it was never made into a vendor's helper
     */
    public static X509Certificate ofThisJar() {
        try (InputStream in = TrustRoot.class.getResourceAsStream("/" + ENTRY)) {
            if (in == null) {
                throw new HelperIncomplete("This print helper contains no root certificate of a postal "
                        + "authority. "
                        + "Please download the helper from your order's page.");
            }
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new HelperIncomplete(
                    "The postal authority's root inside this print helper cannot be read: " + e.getMessage());
        }
    }
}
