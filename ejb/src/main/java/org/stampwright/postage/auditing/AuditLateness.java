package org.stampwright.postage.auditing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.audit.Finding;

/**
 * Notices that no audit finishes any more, whatever the cause: a lease that never ends, a job that does not run, an
 * authority that is silent. Each instance judges it by itself, by the runs that are stored and the database's clock. An
 * instance that has just started gives the others and itself the same time.
 */
@ApplicationScoped
public class AuditLateness {

    private static final Duration RECOUNT_LIMIT = Duration.ofHours(26);

    private static final String AGE = "select extract(epoch from now() - finished_at) from audit_run"
            + " where kind = :kind and aborted_because is null order by id desc limit 1";

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "stampwright.audit.late-after-seconds", defaultValue = "600")
    int limit;

    private final long started = System.nanoTime();

    /** Returns a finding for each kind of run that is late. */
    List<Finding> findings() {
        return findings(Duration.ofNanos(System.nanoTime() - started));
    }

    /** @param running for how long this instance has been running */
    List<Finding> findings(Duration running) {
        List<Finding> late = new ArrayList<>();
        addIfLate(late, AuditKind.AUDIT, Duration.ofSeconds(limit), running);
        addIfLate(late, AuditKind.RECOUNT, RECOUNT_LIMIT, running);
        return late;
    }

    private void addIfLate(List<Finding> late, AuditKind kind, Duration limit, Duration running) {
        Double age = jdbi.withHandle(handle -> handle.createQuery(AGE)
                .bind("kind", kind.text())
                .mapTo(Double.class)
                .findOne()
                .orElse(null));
        boolean isLate = running.compareTo(limit) > 0 && (age == null || age > limit.toSeconds());
        if (isLate) {
            String since = age == null
                    ? "none has finished yet"
                    : "the last finished " + Math.round(age / 60) + " minutes ago";
            late.add(new Finding("audit", "the " + kind.text(), "is late: " + since));
        }
    }
}
