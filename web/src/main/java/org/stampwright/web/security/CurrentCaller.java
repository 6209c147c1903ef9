package org.stampwright.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.account.Operator;

/** Who asks in this request, as the authentication mechanism found out; a guest without an order if it found nobody. */
@Named
@RequestScoped
public class CurrentCaller {

    private static final String ATTRIBUTE = Caller.class.getName();

    @Inject
    private HttpServletRequest request;

    static void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    public Caller get() {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Guest.NEW;
    }

    /** The operator, in an area that only operators enter. */
    public Operator operator() {
        return (Operator) get();
    }

    /** Whether a consumer is logged in. */
    public boolean isConsumer() {
        return get() instanceof Consumer;
    }

    /** Whether an operator is logged in, as in the console everybody is. */
    public boolean isInConsole() {
        return get() instanceof Operator;
    }

    /** What the account is called, or an empty text for a guest. */
    public String getName() {
        return get() instanceof Guest ? "" : nameOf(get());
    }

    static String nameOf(Caller caller) {
        if (caller instanceof Consumer consumer) {
            return consumer.email();
        }
        if (caller instanceof Client client) {
            return client.name();
        }
        return caller instanceof Operator operator ? operator.login() : "guest";
    }

    static String roleOf(Caller caller) {
        if (caller instanceof Consumer) {
            return "consumer";
        }
        if (caller instanceof Client) {
            return "client";
        }
        return caller instanceof Operator ? "operator" : "guest";
    }
}
