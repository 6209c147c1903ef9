package org.stampwright.postage.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.stampwright.postage.server.ThisInstance;

/**
 * Compares the authority's heads of all PSDs of this vendor with the database, and records each difference. Never call
 * it inside a transaction. An instance that has not compared since its start takes, opens and funds no PSD: its
 * database may have been restored from an older copy. While the authority does not answer, the instance still places
 * orders, which are not franked.
 */
@ApplicationScoped
public class HeadComparison {

    private static final Logger LOG = System.getLogger(HeadComparison.class.getName());

    @Inject
    AuthorityHeads heads;

    @Inject
    Differences differences;

    @Inject
    ThisInstance instance;

    private volatile boolean isTried;
    private volatile boolean isVerified;
    private volatile boolean isDemanded;
    private volatile boolean isStopSeen;

    /**
     * Returns whether this instance has tried to compare since its start, even without an answer from the authority.
     */
    public boolean isTried() {
        return isTried;
    }

    /** Returns whether this instance has compared all heads since its start. */
    public boolean isVerified() {
        return isVerified;
    }

    /** Requests a comparison at the next turn, because an answer of the authority did not match. */
    public void demand() {
        isDemanded = true;
    }

    boolean isDue() {
        return !isVerified || isDemanded;
    }

    /**
     * Returns whether selling was stopped at this instance's last check, at most some seconds ago; for display only.
     */
    public boolean isStopSeen() {
        return isStopSeen;
    }

    /** Checks whether selling is stopped now. */
    public void looked() {
        isStopSeen = !differences.unconfirmed().isEmpty();
    }

    /**
     * Compares all heads.
     *
     * @return false if the authority did not answer
     */
    public boolean run() {
        isDemanded = false;
        boolean isComplete = false;
        try {
            isComplete = compareAll();
        } finally {
            isTried = true;
            isDemanded |= !isComplete;
        }
        if (isComplete) {
            differences.compared();
            isVerified = true;
        }
        return isComplete;
    }

    private boolean compareAll() {
        long last = 0;
        boolean more = true;
        while (more) {
            Optional<AuthorityHeads.Page> page = heads.after(last);
            if (page.isEmpty()) {
                LOG.log(Level.WARNING, "The authority did not return the heads of our PSDs");
                return false;
            }
            differences
                    .record(page.get().heads(), instance.name())
                    .forEach(found -> LOG.log(Level.ERROR, "Selling is stopped: {0}", found));
            more = page.get().more();
            last = more ? page.get().last() : last;
        }
        return true;
    }
}
