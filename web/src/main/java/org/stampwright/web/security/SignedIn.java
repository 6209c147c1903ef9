package org.stampwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;

/**
 * Who is signed in with this browser, kept in the HTTP session: a consumer for the shop and an operator for the
 * console, independent of each other. The session gets a new id at each login, and losing it costs a new login only.
 */
public final class SignedIn {

    private static final String CONSUMER = "stampwright.consumer";
    private static final String OPERATOR = "stampwright.operator";

    /** An account as the session keeps it. */
    private record Login(long account, String name) implements Serializable {}

    private SignedIn() {}

    /** Signs in who has just proved to be this. */
    public static void as(Caller caller, HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        if (caller instanceof Consumer consumer) {
            request.getSession().setAttribute(CONSUMER, new Login(consumer.accountId(), consumer.email()));
        } else if (caller instanceof Operator operator) {
            request.getSession().setAttribute(OPERATOR, new Login(operator.accountId(), operator.login()));
        } else {
            throw new IllegalArgumentException("nobody who signs in with a browser: " + caller);
        }
        CurrentCaller.remember(request, caller);
    }

    /** Signs the consumer out; an operator at the same browser stays. */
    public static void consumerOut(HttpServletRequest request) {
        out(CONSUMER, OPERATOR, request);
    }

    /** Signs the operator out; a consumer at the same browser stays. */
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
