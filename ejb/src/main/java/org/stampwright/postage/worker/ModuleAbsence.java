package org.stampwright.postage.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Since when this instance's cryptographic module has not signed. Orders wait for it for a while; after the limit they are
 * given back, and this instance takes none until the module signs again. One thread notices, any may ask.
 */
final class ModuleAbsence {

    static final Duration LIMIT = Duration.ofSeconds(20);

    private final Clock clock;
    private volatile Instant since;

    ModuleAbsence(Clock clock) {
        this.clock = clock;
    }

    /** @return whether that is news */
    boolean noticed() {
        boolean isNews = since == null;
        if (isNews) {
            since = clock.instant();
        }
        return isNews;
    }

    /** It signed. */
    void ended() {
        since = null;
    }

    boolean lasts() {
        return since != null;
    }

    boolean lastsTooLong() {
        Instant began = since;
        return began != null && !clock.instant().isBefore(began.plus(LIMIT));
    }
}
