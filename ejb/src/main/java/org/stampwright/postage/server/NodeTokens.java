package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Creates and checks the tokens by which one instance authenticates itself to another. A caller is trusted while it is
 * admitted or draining, and only by the certificate in its row.
 */
@Stateless
public class NodeTokens {

    @Inject
    ThisInstance instance;

    @Inject
    NodeKey nodeKey;

    @Inject
    NodeKeys keys;

    @Inject
    Clock clock;

    /** Returns a token with which this instance hands the order over to that receiver. */
    public String forReceiver(String receiver, UUID order) {
        return NodeToken.issued(instance.name(), receiver, Set.of(order), clock.instant())
                .signedBy(nodeKey.signer());
    }

    /**
     * Returns the name of the instance that presents this token for this order here and now; empty if the token is
     * invalid.
     */
    public Optional<String> callerOf(String text, UUID order) {
        return NodeToken.claimedBy(text)
                .filter(token -> token.isFor(instance.name(), order) && token.isValidAt(clock.instant()))
                .filter(token -> isSignedByItsCaller(token, text))
                .map(NodeToken::caller);
    }

    private boolean isSignedByItsCaller(NodeToken token, String text) {
        return keys.of(token.caller())
                .filter(key -> NodeToken.isSigned(text, key))
                .isPresent();
    }
}
