package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.stampwright.vendor.account.Caller;
import org.stampwright.web.security.CurrentCaller;

/** Who asks, and from where. */
@RequestScoped
class Asked {

    @Inject
    private CurrentCaller caller;
    @Inject
    private HttpServletRequest request;

    public Caller caller() {
        return caller.get();
    }

    /** The network address at the other end of the connection. */
    public String address() {
        return request.getRemoteAddr();
    }
}
