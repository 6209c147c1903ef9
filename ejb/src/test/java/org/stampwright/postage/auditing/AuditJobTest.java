package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.AuthorityRecords;
import org.stampwright.postage.authority.AuditorsAccess;
import org.stampwright.postage.container.Shop;

/** An aborted turn is stored with its reason, whatever the reason is. */
class AuditJobTest {

    @Test
    void an_authority_that_does_not_answer_aborts_the_run() {
        assertThat(abortedBecause(new AuditorsAccess() {
                    @Override
                    public AuthorityRecords.Access access() {
                        return new AuthorityRecords.Access(
                                URI.create("http://127.0.0.1:1"),
                                null,
                                "key",
                                null,
                                Clock.systemUTC(),
                                new SecureRandom());
                    }
                }))
                .isEqualTo("the authority at http://127.0.0.1:1 does not answer");
    }

    @Test
    void a_fault_aborts_the_run() {
        assertThat(abortedBecause(new AuditorsAccess() {
                    @Override
                    public AuthorityRecords.Access access() {
                        throw new IllegalStateException("the key is gone");
                    }
                }))
                .isEqualTo("java.lang.IllegalStateException: the key is gone");
    }

    private static String abortedBecause(AuditorsAccess access) {
        try (Shop shop = new Shop()) {
            shop.container.with(AuditorsAccess.class, access);
            shop.get(AuditJob.class).run();
            return shop.get(Findings.class).latest().abortedBecause();
        }
    }
}
