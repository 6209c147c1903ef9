package org.stampwright.postage.auditing;

import java.util.Locale;

/** What a run of the auditor reads. */
public enum AuditKind {

    /** What is new since the audit before. */
    AUDIT,
    /** Every row. */
    RECOUNT;

    /** Returns the name in the database, which is also the name of its lease. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
