package org.stampwright.postage.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The credential and message of one instance to another: it states the {@code caller}, the {@code receiver}, the act,
 * the orders, and a short validity. It is sent as a JSON Web Token (RFC 7519) signed with ES256 by the caller's node
 * key.
 * It has its own type, so that no other text signed by the key can pass for a token.
 *
 * @param caller name of the instance that hands over (claim {@code iss})
 * @param receiver name of the only instance that may take the orders ({@code aud})
 * @param act what the receiver is asked to do with the orders ({@code act})
 * @param orders the orders that it covers ({@code orders})
 * @param issuedAt the start of its validity ({@code iat}); whole seconds
 * @param until the end of its validity ({@code exp}); whole seconds
 */
record NodeToken(String caller, String receiver, NodeAct act, Set<UUID> orders, Instant issuedAt, Instant until) {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);
    private static final String ACT = "act";
    private static final String ORDERS = "orders";
    private static final JOSEObjectType TYPE = new JOSEObjectType("stampwright-node+jwt");
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).build();

    NodeToken {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(act, "act");
        orders = Set.copyOf(orders);
        issuedAt = Instant.ofEpochSecond(issuedAt.getEpochSecond());
        until = Instant.ofEpochSecond(until.getEpochSecond());
    }

    /** Returns a token that is valid from now on for half a minute. */
    static NodeToken issued(String caller, String receiver, NodeAct act, Set<UUID> orders, Instant now) {
        return new NodeToken(caller, receiver, act, orders, now, now.plus(LIFE));
    }

    /** Returns whether the token asks this receiver for this. */
    boolean isFor(String name, NodeAct what) {
        return receiver.equals(name) && act == what;
    }

    /**
     * Returns whether the token is valid now, allowing for clocks that differ by a few seconds. Rejects a token with a
     * longer life than this vendor issues.
     */
    boolean isValidAt(Instant now) {
        return now.isBefore(until)
                && !issuedAt.isAfter(now.plus(CLOCK_DIFFERENCE))
                && !until.isAfter(issuedAt.plus(LIFE));
    }

    /** Returns the token's text, signed by the caller's node key. */
    String signedBy(JWSSigner nodeKey) {
        SignedJWT token = new SignedJWT(HEADER, claims());
        try {
            token.sign(nodeKey);
        } catch (JOSEException fault) {
            throw new IllegalStateException("the node key does not sign", fault);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(caller)
                .audience(receiver)
                .claim(ACT, act.word())
                .claim(ORDERS, orders.stream().map(UUID::toString).sorted().toList())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(until))
                .build();
    }

    /** Returns the claims of a text without checking its signature; empty if it is not a token of this kind. */
    static Optional<NodeToken> claimedBy(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            return isOurs(token.getHeader()) ? Optional.of(read(token.getJWTClaimsSet())) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | NullPointerException noToken) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(JWSHeader header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm()) && TYPE.equals(header.getType());
    }

    private static NodeToken read(JWTClaimsSet claims) throws ParseException {
        List<String> receivers = claims.getAudience();
        if (receivers.size() != 1) {
            throw new IllegalArgumentException("a token has one receiver");
        }
        Set<UUID> orders =
                claims.getStringListClaim(ORDERS).stream().map(UUID::fromString).collect(Collectors.toSet());
        return new NodeToken(
                claims.getIssuer(),
                receivers.get(0),
                NodeAct.valueOf(claims.getStringClaim(ACT).toUpperCase(Locale.ROOT)),
                orders,
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    /** Returns whether this key signed the text, by the only accepted algorithm. */
    static boolean isSigned(String text, PublicKey callersKey) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            return callersKey instanceof ECPublicKey key
                    && isOurs(token.getHeader())
                    && token.verify(new ECDSAVerifier(key));
        } catch (ParseException | JOSEException unverifiable) {
            return false;
        }
    }
}
