package org.stampwright.postage.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The identity of this running instance: its name, role, address and folder from the configuration, and its id once
 * registered.
 */
@ApplicationScoped
public class ThisInstance {

    private static final long NOT_REGISTERED = 0;

    private final AtomicLong id = new AtomicLong(NOT_REGISTERED);
    private volatile AdmissionState state = AdmissionState.PENDING;

    @Inject
    @ConfigProperty(name = "stampwright.instance.name")
    String name;

    @Inject
    @ConfigProperty(name = "stampwright.instance.role", defaultValue = "both")
    String role;

    @Inject
    @ConfigProperty(name = "stampwright.instance.address")
    String address;

    @Inject
    @ConfigProperty(name = "stampwright.instance.folder")
    String folder;

    public String name() {
        return name;
    }

    public Role role() {
        return Role.of(role);
    }

    /** Returns the address by which other instances reach it, without a trailing slash. */
    public String address() {
        return address;
    }

    /** Returns the folder of its node key and its keystore module. */
    public Path folder() {
        return Path.of(folder);
    }

    /** Returns its id in the list of server systems, from 1. */
    public long id() {
        long number = id.get();
        if (number == NOT_REGISTERED) {
            throw new IllegalStateException("instance " + name + " is not registered yet");
        }
        return number;
    }

    public boolean isRegistered() {
        return id.get() != NOT_REGISTERED;
    }

    void registeredAs(long number) {
        id.set(number);
    }

    void stands(AdmissionState now) {
        state = now;
    }

    /** Returns whether it is admitted, as of its last heartbeat. */
    public boolean isAdmitted() {
        return state == AdmissionState.ADMITTED;
    }

    /**
     * Returns whether the operator has removed it from the list, as of its last heartbeat: it then takes on no more
     * work.
     */
    public boolean isRemoved() {
        return state == AdmissionState.REMOVED;
    }
}
