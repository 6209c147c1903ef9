package org.stampwright.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The one place where time and randomness come in. */
@ApplicationScoped
public class Surroundings {

    /** In microseconds, as the database keeps time: what is told at once and what is read back later are the same. */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Produces
    SecureRandom random() {
        return new SecureRandom();
    }
}
