package org.stampwright.webstart;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * The authority's root certificate that travels inside the helper's own signed jar. It is the only thing the helper
 * believes without being told by somebody it already believes.
 */
public final class TrustRoot {
    /** Name of the jar entry that holds the root, PEM. */
    public static final String ENTRY = "META-INF/stampwright/root.pem";

    private TrustRoot() {}

    /**
     * The root of the jar this class came from.
     *
     * @throws HelperIncomplete if the jar has none: it was never made into a vendor's helper
     */
    public static X509Certificate ofThisJar() {
        try (InputStream in = TrustRoot.class.getResourceAsStream("/" + ENTRY)) {
            if (in == null) {
                throw new HelperIncomplete("This print helper carries no root of a postal authority. "
                        + "Please get the helper from the page of your order.");
            }
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new HelperIncomplete(
                    "The postal authority's root inside this print helper cannot be read: " + e.getMessage());
        }
    }
}
