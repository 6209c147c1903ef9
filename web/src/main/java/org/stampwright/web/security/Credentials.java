package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.ApiKeys;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.NodeAct;
import org.stampwright.postage.server.NodeCall;
import org.stampwright.postage.server.NodeTokens;

/** Checks the Authorization header of a request. */
@ApplicationScoped
class Credentials {

    private static final int LONGEST = 4096;

    private final ApiKeys keys;
    private final Passwords passwords;
    private final NodeTokens nodeTokens;
    private final ClientNetwork networks;

    protected Credentials() {
        this(null, null, null, null);
    }

    @Inject
    Credentials(ApiKeys keys, Passwords passwords, NodeTokens nodeTokens, ClientNetwork networks) {
        this.keys = keys;
        this.passwords = passwords;
        this.nodeTokens = nodeTokens;
        this.networks = networks;
    }

    public Optional<Caller> client(HttpServletRequest request) {
        return given(request, "Bearer").flatMap(keys::client).map(Caller.class::cast);
    }

    public Answer<Caller> operator(HttpServletRequest request) {
        var pair = given(request, "Basic").flatMap(Credentials::decoded).filter(text -> text.indexOf(':') > 0);
        if (pair.isEmpty()) {
            return Answer.refused(ProblemKind.UNAUTHENTICATED, "An operator's login and password are needed.");
        }
        var login = pair.get().substring(0, pair.get().indexOf(':'));
        var password = pair.get().substring(login.length() + 1);
        return passwords.owner(AccountKind.OPERATOR, login, password, networks.of(request));
    }

    /** Returns the request that another instance makes by the token in its header, if it is for this path. */
    public Optional<NodeCall> node(HttpServletRequest request) {
        return NodeAct.ofPath(Area.pathOf(request))
                .flatMap(act -> given(request, "Node").flatMap(token -> nodeTokens.callOf(token, act)));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Returns the part of the Authorization header after this scheme. */
    static Optional<String> given(HttpServletRequest request, String scheme) {
        var header = request.getHeader("Authorization");
        if (header == null
                || header.length() > LONGEST
                || !header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)) {
            return Optional.empty();
        }
        return Optional.of(header.substring(scheme.length() + 1).strip());
    }
}
