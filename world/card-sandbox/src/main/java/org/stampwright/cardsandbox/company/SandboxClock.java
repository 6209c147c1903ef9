package org.stampwright.cardsandbox.company;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The company's clock: the machine's, plus an offset that tests set and the journal stores. */
public final class SandboxClock {
    private final Clock wall;
    private volatile Duration offset = Duration.ZERO;

    public SandboxClock(Clock wall) {
        this.wall = wall;
    }

    public Instant now() {
        return wall.instant().plus(offset);
    }

    /** Returns the machine's own time, with which a receiver compares a webhook's signature. */
    public Instant wallTime() {
        return wall.instant();
    }

    public Duration offset() {
        return offset;
    }

    void shiftTo(Duration newOffset) {
        offset = newOffset;
    }
}
