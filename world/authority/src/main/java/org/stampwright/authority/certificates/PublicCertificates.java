package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.protocol.Pem;

/** The public resource with the root and the signing certificate. */
@Path("/")
@ApplicationScoped
public class PublicCertificates {

    @Inject
    private AuthoritySigner signer;

    @GET
    @Path("root.pem")
    public Response root() {
        return pem(signer.rootCertificate());
    }

    @GET
    @Path("signing-certificate.pem")
    public Response signing() {
        return pem(signer.signingCertificate());
    }

    private static Response pem(X509Certificate certificate) {
        String text = Pem.of("CERTIFICATE", Certificates.encode(certificate));
        return Response.ok(text.getBytes(StandardCharsets.US_ASCII), "application/x-pem-file")
                .build();
    }
}
