package org.stampwright.postage.printing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.Secret;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * Tickets as stored. Each call is one short transaction on one locked row, by the database's clock; a counted wrong
 * serial number is committed although the answer is a refusal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TicketRows {

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    private OrderTransitions orders;

    @Inject
    private SecureRandom random;

    /** Issues a new ticket for an order. */
    public IssuedTicket issue(UUID order) {
        Secret token = Secret.token(random);
        PrintTicket ticket = new PrintTicket(token.hash(), order, now());
        entities.persist(ticket);
        return new IssuedTicket(token, ticket.expiresAt());
    }

    /** Binds the ticket to the run, or returns the refusal. */
    public Answer<UUID> redeem(String token, String typed, UUID run) {
        PrintTicket ticket = locked(token);
        if (ticket == null) {
            return unknown();
        }
        Optional<Refusal> refusal = ticket.redeem(sheetOf(ticket.order()), typed, run, now());
        return refusal.isPresent() ? Answer.refused(refusal.get()) : Answer.granted(ticket.order());
    }

    /** Records the outcome of the run; a successful one marks the order as printed. */
    public Answer<UUID> report(String token, UUID run, String outcome, String detail) {
        PrintTicket ticket = locked(token);
        if (ticket == null) {
            return unknown();
        }
        Optional<Refusal> refusal = ticket.report(run, outcome, detail);
        if (refusal.isPresent()) {
            return Answer.refused(refusal.get());
        }
        if (outcome.equals(Tickets.PRINTED)) {
            orders.printed(ticket.order());
        }
        return Answer.granted(ticket.order());
    }

    private static Answer<UUID> unknown() {
        return Answer.refused(ProblemKind.TICKET_ENDED, "There is no such ticket. Get a new one at the order's page.");
    }

    private PrintTicket locked(String token) {
        return entities.find(PrintTicket.class, new Secret(token).hash(), LockModeType.PESSIMISTIC_WRITE);
    }

    private LabelSerial sheetOf(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery("select sheet from postage_order where id = :order")
                .bind("order", order)
                .map((row, context) -> new LabelSerial(row.getString("sheet")))
                .one());
    }

    private Instant now() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select now()").mapTo(Instant.class).one());
    }
}
