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

/**
 * The caller of this request, as the authentication mechanism identified it; a guest without an order if there is no
 * login.
 */
@Named
@RequestScoped
public class CurrentCaller {

    private static final String ATTRIBUTE = Caller.class.getName();

    @Inject
    HttpServletRequest request;

    static void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    public Caller get() {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : Guest.NEW;
    }

    /** Returns the operator, in an area that only operators can enter. */
    public Operator operator() {
        return (Operator) get();
    }

    /** Returns whether a consumer is logged in. */
    public boolean isConsumer() {
        return get() instanceof Consumer;
    }

    /** Returns whether an operator is logged in, which is always so in the console. */
    public boolean isInConsole() {
        return get() instanceof Operator;
    }

    /** Returns the account's name, or an empty text for a guest. */
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
