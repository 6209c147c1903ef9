package org.stampwright.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Operator;

/** The caller of a request, and its network address. */
@RequestScoped
public class RequestCaller {

    @Inject
    private CurrentCaller caller;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientNetwork networks;

    public Caller caller() {
        return caller.get();
    }

    /** Returns the operator, in an area that only operators can enter. */
    public Operator operator() {
        return caller.operator();
    }

    /** Returns the caller's network. */
    public String address() {
        return networks.of(request);
    }
}
