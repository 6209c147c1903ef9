package org.stampwright.postage.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time since which this instance's cryptographic module has not signed. Orders wait for it up to a limit. After
 * that they are given back, and this instance accepts none until the module signs again. One thread records it, any may
 * ask.
 */
final class ModuleAbsence {

    static final Duration LIMIT = Duration.ofSeconds(20);

    private final Clock clock;
    private volatile Instant since;

    ModuleAbsence(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records that the module does not sign.
     *
     * @return whether this is the first failure since it last signed
     */
    boolean noticed() {
        boolean isNews = since == null;
        if (isNews) {
            since = clock.instant();
        }
        return isNews;
    }

    /** Records that the module signed. */
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
