package org.stampwright.cardsandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The company's clock: the machine's, plus an offset that tests set and the journal stores. */
final class SandboxClock {
    private final Clock wall;
    private volatile Duration offset = Duration.ZERO;

    SandboxClock(Clock wall) {
        this.wall = wall;
    }

    Instant now() {
        return wall.instant().plus(offset);
    }

    /** Returns the machine's own time, with which a receiver compares a webhook's signature. */
    Instant wallTime() {
        return wall.instant();
    }

    Duration offset() {
        return offset;
    }

    void shiftTo(Duration newOffset) {
        offset = newOffset;
    }
}
