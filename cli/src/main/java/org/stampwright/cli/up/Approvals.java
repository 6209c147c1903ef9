package org.stampwright.cli.up;

import java.time.Duration;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Pause;
import org.stampwright.cli.world.Authority;
import org.stampwright.cli.world.Unwelcome;

/** Approves at the authority what an instance asks of it while it starts, and each time it makes itself new keys. */
final class Approvals implements Pause {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** One that fails may be a restart; the next looks ask again. */
    private static final int FAILURES_WORTH_A_LINE = 3;

    private final Authority authority;
    private final Children children;
    private final Progress progress;
    private long lastLook = System.nanoTime();
    private int failures;

    Approvals(Authority authority, Children children, Progress progress) {
        this.authority = authority;
        this.children = children;
        this.progress = progress;
    }

    @Override
    public void run() throws InterruptedException {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos() || !children.isHealthy(Authority.NAME)) {
            return;
        }
        try {
            int approved = authority.approveCertificateRequests();
            if (approved > 0) {
                progress.step("approved " + approved + " certificate requests at the authority");
            }
            failures = 0;
        } catch (Unwelcome refused) {
            failures++;
            if (failures == FAILURES_WORTH_A_LINE) {
                progress.step("the authority takes no approvals, and is asked on: " + refused.getMessage());
            }
        } finally {
            lastLook = System.nanoTime();
        }
    }
}
