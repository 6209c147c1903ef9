package org.stampwright.cli.supervision;

import java.time.Duration;

/**
 * The limits for a supervised program.
 *
 * @param steady the time of health that resets the back-off
 * @param pace the interval between two liveness checks
 * @param unresponsive the time without a successful liveness check after which the program is restarted
 */
record Limits(Duration steady, Duration pace, Duration unresponsive) {

    static final Limits USUAL = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(30));
}
