package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.trust.Certificates;

/**
 * Makes and checks the tokens by which one instance authenticates itself to another. A caller is believed while the
 * operator has it admitted or draining, and only by the certificate in its row.
 */
@Stateless
public class NodeTokens {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration TOLERATED_CLOCK_DIFFERENCE = Duration.ofSeconds(5);

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    ThisInstance instance;

    @Inject
    NodeKey nodeKey;

    @Inject
    Clock clock;

    /** A token with which this instance hands the order over to that receiver. */
    public String forReceiver(String receiver, UUID order) {
        return new NodeToken(instance.name(), receiver, order, clock.instant().plus(LIFE)).signedBy(nodeKey::sign);
    }

    /** The name of the instance that shows this token for this order here and now; empty if it is not to be believed. */
    public Optional<String> callerOf(String text, UUID order) {
        return NodeToken.claimedBy(text)
                .filter(token -> token.receiver().equals(instance.name())
                        && token.order().equals(order))
                .filter(token -> isInTime(token.until()))
                .filter(token -> isSignedByItsCaller(token, text))
                .map(NodeToken::caller);
    }

    private boolean isInTime(Instant until) {
        Instant now = clock.instant();
        return now.isBefore(until) && until.isBefore(now.plus(LIFE).plus(TOLERATED_CLOCK_DIFFERENCE));
    }

    private boolean isSignedByItsCaller(NodeToken token, String text) {
        return entities.createQuery("select s from ServerSystem s where s.name = :name", ServerSystem.class)
                .setParameter("name", token.caller())
                .getResultStream()
                .filter(caller ->
                        caller.state() == AdmissionState.ADMITTED || caller.state() == AdmissionState.DRAINING)
                .anyMatch(caller -> isSignedBy(caller, token, text));
    }

    private static boolean isSignedBy(ServerSystem caller, NodeToken token, String text) {
        try {
            return token.isSignedBy(Certificates.read(caller.nodeCertificate()).getPublicKey(), text);
        } catch (IllegalArgumentException notToBeBelieved) {
            return false;
        }
    }
}
