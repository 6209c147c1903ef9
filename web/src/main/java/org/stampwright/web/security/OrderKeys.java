package org.stampwright.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Secret;

/**
 * Identifies the guest of an order: by the token in the link of its page, or by the cookie that this browser received
 * when the order was begun. The return from the card company's page carries no token, so that no other party learns it.
 * Without either, the caller is the account that is logged in.
 */
@RequestScoped
public class OrderKeys {

    /** The query and form parameter that carries the token. */
    public static final String PARAMETER = "key";

    /** One cookie for all orders: with one for each, a browser's requests became too long after a hundred orders. */
    private static final String COOKIE = "SWORDERS";

    private static final int MOST = 20;
    private static final String BETWEEN = ".";
    private static final String BEHIND_ORDER = "~";
    private static final int LIFE = (int) Duration.ofDays(1).toSeconds();

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    Accounts accounts;

    @Inject
    @ConfigProperty(name = "stampwright.public-url")
    String publicUrl;

    /** Returns the caller for this order. */
    public Caller callerFor(UUID order) {
        return tokenFor(order).map(token -> (Caller) accounts.guest(token)).orElseGet(caller::get);
    }

    /** Returns the guest with this token. */
    public Caller holderOf(Secret token) {
        return accounts.guest(token.text());
    }

    /** Returns the token that this request carries for this order. */
    public Optional<String> tokenFor(UUID order) {
        return given(request.getParameter(PARAMETER)).or(() -> given(cookie(order)));
    }

    /** Lets this browser return to its newest orders without their links for a day. */
    public void remember(UUID order, Secret token, HttpServletResponse response) {
        var newest = order + BEHIND_ORDER + token.text();
        var kept = Stream.concat(Stream.of(newest), remembered().filter(one -> !one.startsWith(order.toString())))
                .limit(MOST)
                .collect(Collectors.joining(BETWEEN));
        var cookie = new Cookie(COOKIE, kept);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(publicUrl.startsWith("https:"));
        cookie.setMaxAge(LIFE);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private String cookie(UUID order) {
        var beginning = order + BEHIND_ORDER;
        return remembered()
                .filter(one -> one.startsWith(beginning))
                .map(one -> one.substring(beginning.length()))
                .findFirst()
                .orElse(null);
    }

    private Stream<String> remembered() {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Stream.of(cookie.getValue().split("\\" + BETWEEN)))
                .filter(one -> !one.isBlank())
                .limit(MOST);
    }

    private static Optional<String> given(String token) {
        return Optional.ofNullable(token).filter(text -> !text.isBlank() && text.length() <= 64);
    }
}
