package org.stampwright.postage.server;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The operator's list of server systems, and the selection from it. */
@Stateless
public class ServerSystems {

    private static final String LIST =
            "select id, name, role, state, address, registered_at, admitted_at, heartbeat_at, " + Heartbeat.IS_RECENT
                    + " from server_system s order by id";

    @PersistenceContext(unitName = "vendor")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Returns all server systems, by id. */
    @SuppressWarnings("unchecked")
    public List<ServerSystemView> list() {
        List<Object[]> rows = entities.createNativeQuery(LIST).getResultList();
        return rows.stream().map(ServerSystems::view).toList();
    }

    /** Returns the server system of this id, if it is alive and not removed: it finishes the orders that it has. */
    public Optional<Candidate> living(long id) {
        return list().stream()
                .filter(system -> system.id() == id && system.alive() && system.state() != AdmissionState.REMOVED)
                .map(system -> new Candidate(system.id(), system.name(), system.address()))
                .findFirst();
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
        return named(name).map(verb).orElse(ListChange.UNKNOWN_NAME);
    }

    /** Returns the candidates for one franking by the current procedure, the selected one first; takes one turn. */
    public List<Candidate> selectionOrder() {
        return SelectionProcedure.named(selectionProcedure()).orElseThrow().order(entities);
    }

    /** Returns the name of the current procedure. */
    public String selectionProcedure() {
        return (String)
                entities.createNativeQuery("select value from vendor_setting where name = 'selection-procedure'")
                        .getSingleResult();
    }

    /**
     * Changes the selection procedure.
     *
     * @return false, and changes nothing, if there is no procedure of this name
     */
    public boolean selectBy(String procedure) {
        Optional<SelectionProcedure> known = SelectionProcedure.named(procedure);
        known.ifPresent(found -> entities.createNativeQuery(
                        "update vendor_setting set value = ?1 where name = 'selection-procedure'")
                .setParameter(1, found.name())
                .executeUpdate());
        return known.isPresent();
    }

    private Optional<ServerSystem> named(String name) {
        return entities.createQuery("select s from ServerSystem s where s.name = :name", ServerSystem.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private static ServerSystemView view(Object[] row) {
        return new ServerSystemView(
                ((Number) row[0]).longValue(),
                (String) row[1],
                Role.of((String) row[2]),
                AdmissionState.of((String) row[3]),
                (String) row[4],
                instant(row[5]),
                instant(row[6]),
                instant(row[7]),
                (Boolean) row[8]);
    }

    private static Instant instant(Object stored) {
        return stored == null ? null : ((Timestamp) stored).toInstant();
    }
}
