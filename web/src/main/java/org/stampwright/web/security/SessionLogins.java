package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;

/**
 * The logins of this browser, kept in the HTTP session: a consumer for the shop and an operator for the console,
 * independent of each other. The session gets a new id at each login; a lost session costs only a new login.
 */
public final class SessionLogins {

    private static final String CONSUMER = "stampwright.consumer";
    private static final String OPERATOR = "stampwright.operator";

    /** An account as the session stores it. */
    private record Login(long account, String name) implements Serializable {}

    private SessionLogins() {}

    /** Signs in a caller who has just been authenticated. */
    public static void as(Caller caller, HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        if (caller instanceof Consumer consumer) {
            request.getSession().setAttribute(CONSUMER, new Login(consumer.accountId(), consumer.email()));
        } else if (caller instanceof Operator operator) {
            request.getSession().setAttribute(OPERATOR, new Login(operator.accountId(), operator.login()));
        } else {
            throw new IllegalArgumentException("not an account that signs in with a browser: " + caller);
        }
        CurrentCaller.remember(request, caller);
    }

    /** Signs the consumer out; an operator in the same browser stays signed in. */
    public static void consumerOut(HttpServletRequest request) {
        out(CONSUMER, OPERATOR, request);
    }

    /** Signs the operator out; a consumer in the same browser stays signed in. */
    public static void operatorOut(HttpServletRequest request) {
        out(OPERATOR, CONSUMER, request);
    }

    private static void out(String login, String other, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (session.getAttribute(other) == null) {
            session.invalidate();
        } else {
            session.removeAttribute(login);
        }
    }

    static Optional<Caller> consumer(HttpServletRequest request) {
        return login(request, CONSUMER).map(login -> new Consumer(login.account(), login.name()));
    }

    static Optional<Caller> operator(HttpServletRequest request) {
        return login(request, OPERATOR).map(login -> new Operator(login.account(), login.name()));
    }

    private static Optional<Login> login(HttpServletRequest request, String attribute) {
        var session = request.getSession(false);
        return Optional.ofNullable(session).map(found -> (Login) found.getAttribute(attribute));
    }
}
