package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The operator's list of server systems, and the selection from it. */
@Stateless
public class ServerSystems {

    private static final String LIST =
            "select id, name, role, state, address, registered_at, admitted_at, heartbeat_at, " + Heartbeat.IS_RECENT
                    + " as alive" + " from server_system s order by id";
    private static final String PROCEDURE = "select value from vendor_setting where name = 'selection-procedure'";
    private static final String SELECT_BY =
            "update vendor_setting set value = :value where name = 'selection-procedure'";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Event<ListChanged> changed;

    /** Returns all server systems, by id. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ServerSystemView> list() {
        return jdbi.withHandle(handle ->
                handle.createQuery(LIST).map((row, context) -> view(row)).list());
    }

    /** Returns the server system of this id, if it is alive and not removed: it finishes the orders that it has. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Candidate> living(long id) {
        return list().stream()
                .filter(system -> system.id() == id && system.alive() && system.state() != AdmissionState.REMOVED)
                .map(system -> new Candidate(system.id(), system.name(), system.address()))
                .findFirst();
    }

    /** Returns the other admitted, living server systems that process, beginning after this one in the list. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Candidate> successors(long id) {
        List<ServerSystemView> others = list().stream()
                .filter(system -> system.id() != id && system.alive() && system.state() == AdmissionState.ADMITTED)
                .filter(system -> system.role() != Role.WEB)
                .toList();
        return Stream.concat(
                        others.stream().filter(system -> system.id() > id),
                        others.stream().filter(system -> system.id() < id))
                .map(system -> new Candidate(system.id(), system.name(), system.address()))
                .toList();
    }

    public ListChange admit(String name) {
        return change(name, system -> {
            system.admit(clock.instant());
            return ListChange.DONE;
        });
    }

    public ListChange drain(String name) {
        return change(name, ServerSystem::drain);
    }

    public ListChange remove(String name) {
        return change(name, system -> {
            system.remove();
            return ListChange.DONE;
        });
    }

    private ListChange change(String name, Function<ServerSystem, ListChange> verb) {
        ListChange change = named(name).map(verb).orElse(ListChange.UNKNOWN_NAME);
        changed.fire(new ListChanged());
        return change;
    }

    /**
     * Returns for each of so many orders the candidates to frank it by the current procedure, the selected one first;
     * takes one turn an order.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<List<Candidate>> selectionOrders(int orders) {
        SelectionProcedure procedure =
                SelectionProcedure.named(selectionProcedure()).orElseThrow();
        return jdbi.withHandle(handle -> procedure.orders(handle, orders));
    }

    /** Returns the name of the current procedure. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String selectionProcedure() {
        return jdbi.withHandle(
                handle -> handle.createQuery(PROCEDURE).mapTo(String.class).one());
    }

    /**
     * Changes the selection procedure.
     *
     * @return false, and changes nothing, if there is no procedure of this name
     */
    public boolean selectBy(String procedure) {
        Optional<SelectionProcedure> known = SelectionProcedure.named(procedure);
        known.ifPresent(found -> jdbi.useHandle(handle ->
                handle.createUpdate(SELECT_BY).bind("value", found.name()).execute()));
        return known.isPresent();
    }

    private Optional<ServerSystem> named(String name) {
        return entities.createQuery("select s from ServerSystem s where s.name = :name", ServerSystem.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private static ServerSystemView view(ResultSet row) throws SQLException {
        return new ServerSystemView(
                row.getLong("id"),
                row.getString("name"),
                Role.of(row.getString("role")),
                AdmissionState.of(row.getString("state")),
                row.getString("address"),
                instant(row.getTimestamp("registered_at")),
                instant(row.getTimestamp("admitted_at")),
                instant(row.getTimestamp("heartbeat_at")),
                row.getBoolean("alive"));
    }

    private static Instant instant(Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
