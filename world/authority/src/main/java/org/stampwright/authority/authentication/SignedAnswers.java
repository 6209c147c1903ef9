package org.stampwright.authority.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.protocol.AuthorityAnswer;
import org.stampwright.protocol.AuthorityRequest;

/** Signs every response to a vendor; a request too malformed to have a nonce gets an unsigned refusal. */
@Provider
@SignedByVendor
@ApplicationScoped
public class SignedAnswers implements ContainerResponseFilter {

    private static final byte[] NOTHING = {};

    @Inject
    private AuthoritySigner signer;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (asked.getProperty(VendorAuthentication.REQUEST) instanceof AuthorityRequest request) {
            byte[] body = answer.hasEntity() ? (byte[]) answer.getEntity() : NOTHING;
            answer.getHeaders()
                    .putSingle(
                            AuthorityAnswer.SIGNATURE_HEADER,
                            AuthorityAnswer.to(request, answer.getStatus(), body)
                                    .header(signer::sign));
        }
    }
}
