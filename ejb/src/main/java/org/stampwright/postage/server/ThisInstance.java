package org.stampwright.postage.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who this running instance is: its name, role, address and folder from the configuration, its number once registered. */
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

    /** Where other instances reach it, without a slash at the end. */
    public String address() {
        return address;
    }

    /** Where its node key and its keystore module live. */
    public Path folder() {
        return Path.of(folder);
    }

    /** Its number in the list of server systems, 1 and up. */
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

    /** Whether the operator lets it take part, as of its last sign of life. */
    public boolean isAdmitted() {
        return state == AdmissionState.ADMITTED;
    }

    /** Whether the operator has taken it from the list, as of its last sign of life: it takes on nothing more. */
    public boolean isRemoved() {
        return state == AdmissionState.REMOVED;
    }
}
