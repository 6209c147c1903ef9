package org.stampwright.postage.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.postage.container.Shop;

/** An aborted turn is stored with its reason, whatever the reason is. */
class AuditJobTest {

    @TempDir
    Path folder;

    @Test
    void an_authority_that_does_not_answer_aborts_the_run() {
        assertThat(abortedBecause("stampwright.authority.url", "http://127.0.0.1:1"))
                .isEqualTo("the authority at http://127.0.0.1:1 does not answer");
    }

    @Test
    void a_fault_aborts_the_run() {
        String gone = folder.resolve("gone.pem").toString();
        assertThat(abortedBecause("stampwright.auditor.key", gone)).contains("Exception: ", gone);
    }

    private static String abortedBecause(String setting, String value) {
        try (Shop shop = new Shop(Map.of(setting, value))) {
            shop.get(AuditJob.class).run();
            return shop.get(Findings.class).latest().abortedBecause();
        }
    }
}
