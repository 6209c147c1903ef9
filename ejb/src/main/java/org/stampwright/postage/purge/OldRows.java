package org.stampwright.postage.purge;

/** The rows that are deleted once they are old; the ages are in {@code docs/operations.md}. */
enum OldRows {
    DRAFTS("purge_drafts"),
    TICKETS("purge_tickets"),
    FAILED_ATTEMPTS("purge_failed_attempts"),
    AUDIT_RUNS("purge_audit_runs");

    private final String function;

    OldRows(String function) {
        this.function = function;
    }

    /** Returns the call that deletes a page of them and returns their number. */
    String call() {
        return "select " + function + "(:most)";
    }
}
