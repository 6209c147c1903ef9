package org.stampwright.cli.supervision;

/**
 * The progress of a supervisor.
 *
 * @param ready whether the initial start is complete
 * @param request the last request that it answered, or empty
 * @param problem the reason why that failed, or null
 */
record Readiness(boolean ready, String request, String problem) {

    static final Readiness NOT_YET = new Readiness(false, "", null);
}
