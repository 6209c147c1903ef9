package org.stampwright.postage.server;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One running instance in the vendor's list. It writes its own row when it starts, as pending, and sends a heartbeat
 * every three seconds. The operator admits it, drains it (it gets no new orders and finishes those that it has) and
 * removes it; a removed one has to be admitted again. An instance that restarts with another node key or another role
 * is pending again, because the operator admitted that key in that role.
 */
@Entity
@Table(name = "server_system")
public class ServerSystem {

    @Id
    private long id;

    @Column(updatable = false)
    private String name;

    @Convert(converter = Role.Stored.class)
    @Column(updatable = false)
    private Role role;

    @Convert(converter = AdmissionState.Stored.class)
    private AdmissionState state;

    @Column(updatable = false)
    private String address;

    @Column(name = "node_certificate", updatable = false)
    private byte[] nodeCertificate;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "admitted_at")
    private Instant admittedAt;

    @Version
    private long version;

    protected ServerSystem() {}

    /** Admits it from pending, draining or removed; admitting an admitted one changes nothing. */
    void admit(Instant now) {
        if (state != AdmissionState.ADMITTED) {
            state = AdmissionState.ADMITTED;
            admittedAt = now;
        }
    }

    /** Stops new orders for it. Changes nothing unless it is admitted or draining. */
    ListChange drain() {
        if (state != AdmissionState.ADMITTED && state != AdmissionState.DRAINING) {
            return ListChange.NOT_ADMITTED;
        }
        state = AdmissionState.DRAINING;
        return ListChange.DONE;
    }

    void remove() {
        state = AdmissionState.REMOVED;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public AdmissionState state() {
        return state;
    }

    public String address() {
        return address;
    }

    byte[] nodeCertificate() {
        return nodeCertificate.clone();
    }
}
