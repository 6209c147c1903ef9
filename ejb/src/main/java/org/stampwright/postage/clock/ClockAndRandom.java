package org.stampwright.postage.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;

/** Produces the instance's clock (UTC) and its random number generator; no other class creates either. */
@ApplicationScoped
public class ClockAndRandom {

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Dependent
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Dependent
    public SecureRandom random() {
        return random;
    }
}
