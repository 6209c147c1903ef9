package org.stampwright.postage.auditing;

import java.time.Duration;
import org.stampwright.audit.Progress;

/** Renews the lease of a run while the run goes on, and ends a run whose lease another instance has taken. */
final class LeaseRenewal implements Progress {

    private static final Duration EVERY = AuditRuns.LEASE.dividedBy(4);

    private final AuditRuns runs;
    private final AuditRun run;
    private long renewed = System.nanoTime();

    LeaseRenewal(AuditRuns runs, AuditRun run) {
        this.runs = runs;
        this.run = run;
    }

    @Override
    public synchronized void continues() {
        long now = System.nanoTime();
        if (now - renewed >= EVERY.toNanos()) {
            if (!runs.renew(run)) {
                throw new IllegalStateException("another instance has taken the lease of this run");
            }
            renewed = now;
        }
    }
}
