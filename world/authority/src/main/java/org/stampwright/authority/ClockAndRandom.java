package org.stampwright.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Produces the clock and the random generator, in this one place. */
@ApplicationScoped
public class ClockAndRandom {

    /**
     * Returns a clock in microseconds, the precision of the database, so that a time is the same in the first response
     * and when read back later.
     */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Produces
    SecureRandom random() {
        return new SecureRandom();
    }
}
