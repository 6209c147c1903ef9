package org.stampwright.postage.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many passwords this instance hashes at once. Hashing is slow on purpose; a flood of logins must not take
 * the processors from purchases.
 */
@ApplicationScoped
class PasswordSlots {

    private static final int LONGEST_WAIT_SECONDS = 3;

    @Inject
    @ConfigProperty(name = "stampwright.limits.passwords-at-once", defaultValue = "0")
    private int atOnce;

    private Semaphore free;

    protected PasswordSlots() {}

    PasswordSlots(int atOnce) {
        this.atOnce = atOnce;
    }

    private synchronized Semaphore free() {
        if (free == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            free = new Semaphore(atOnce > 0 ? atOnce : Math.max(1, processors / 2), true);
        }
        return free;
    }

    /** Returns the result, or empty if no slot was free in time. */
    <T> Optional<T> within(Supplier<T> hashing) {
        try {
            if (!free().tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(hashing.get());
        } finally {
            free().release();
        }
    }
}
