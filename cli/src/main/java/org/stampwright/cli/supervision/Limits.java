package org.stampwright.cli.supervision;

import java.time.Duration;

/**
 * By what the supervisor judges a running program.
 *
 * @param steady       health of this length forgets the earlier ends
 * @param pace         from one liveness check to the next
 * @param unresponsive how long no liveness check may be answered before the program is ended and started again
 */
record Limits(Duration steady, Duration pace, Duration unresponsive) {

    static final Limits USUAL = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(30));
}
