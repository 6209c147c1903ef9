package org.stampwright.cli.supervision;

/** How far a supervisor has come: for how many instances it was ready last, and what went wrong with the newest. */
record Readiness(boolean ready, int instances, String problem) {

    static final Readiness NOT_YET = new Readiness(false, 0, null);
}
