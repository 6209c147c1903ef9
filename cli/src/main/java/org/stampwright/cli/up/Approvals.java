package org.stampwright.cli.up;

import java.time.Duration;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Pause;
import org.stampwright.cli.world.Authority;
import org.stampwright.cli.world.UnexpectedResponse;

/** Approves at the authority the certificate requests of an instance, at its start and whenever it creates new keys. */
final class Approvals implements Pause {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** One failure may be due to a restart; the next polls retry. */
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
        } catch (UnexpectedResponse refused) {
            failures++;
            if (failures == FAILURES_WORTH_A_LINE) {
                progress.step("the authority accepts no approvals; retrying: " + refused.getMessage());
            }
        } finally {
            lastLook = System.nanoTime();
        }
    }
}
