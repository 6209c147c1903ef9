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

    /** Returns a token with which this instance asks that receiver to do this with the orders. */
    public String forReceiver(String receiver, NodeAct act, Set<UUID> orders) {
        return NodeToken.issued(instance.name(), receiver, act, orders, clock.instant())
                .signedBy(nodeKey.signer());
    }

    /** Returns the request that this token makes here and now; empty if the token is invalid or for another act. */
    public Optional<NodeCall> callOf(String text, NodeAct act) {
        return NodeToken.claimedBy(text)
                .filter(token -> token.isFor(instance.name(), act) && token.isValidAt(clock.instant()))
                .filter(token -> isSignedByItsCaller(token, text))
                .map(token -> new NodeCall(token.caller(), act, token.orders()));
    }

    private boolean isSignedByItsCaller(NodeToken token, String text) {
        return keys.of(token.caller())
                .filter(key -> NodeToken.isSigned(text, key))
                .isPresent();
    }
}
