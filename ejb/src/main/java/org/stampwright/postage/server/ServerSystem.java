package org.stampwright.postage.server;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One running instance in the vendor's list. It writes its own row when it starts, as pending, and shows a sign of life
 * every three seconds; the operator admits it, drains it (nothing new, what it has it finishes) and removes it, and a
 * removed one has to be admitted again. An instance that comes back with another node key or another role is pending
 * again, because what the operator admitted was that key in that role.
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

    /** From pending, draining or removed; admitting an admitted one changes nothing. */
    void admit(Instant now) {
        if (state != AdmissionState.ADMITTED) {
            state = AdmissionState.ADMITTED;
            admittedAt = now;
        }
    }

    /** Gives it no new orders. Changes nothing unless it is admitted or drains already. */
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
