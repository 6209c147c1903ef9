package org.stampwright.cli.supervision;

/**
 * How far a supervisor has come.
 *
 * @param ready   what it was started for runs
 * @param request the last request for more that it answered, or empty
 * @param problem why that could not be done, or null
 */
record Readiness(boolean ready, String request, String problem) {

    static final Readiness NOT_YET = new Readiness(false, "", null);
}
