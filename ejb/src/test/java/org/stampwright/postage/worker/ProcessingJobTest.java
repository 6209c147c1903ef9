package org.stampwright.postage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.postage.licence.Licence;
import org.stampwright.postage.licence.Licensing;
import org.stampwright.postage.licence.TestLicence;
import org.stampwright.postage.server.Role;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.Certification;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.TestModule;

/** A schedule whose method throws is not run again. */
class ProcessingJobTest {

    @TempDir
    Path folder;

    private int kept;

    @Test
    void a_module_that_is_offline_for_three_turns_is_asked_at_the_fourth() {
        CertifiedModule module = TestModule.in(folder, 11, 12);
        Runnable back = TestModule.offline(module);
        ProcessingJob job = job(module);
        for (int turn = 0; turn < 3; turn++) {
            job.run();
        }
        assertThat(kept).isZero();
        back.run();
        job.run();
        assertThat(kept).isEqualTo(1);
    }

    private ProcessingJob job(CertifiedModule module) {
        ProcessingJob job = new ProcessingJob();
        job.instance = new ThisInstance() {
            @Override
            public boolean isRegistered() {
                return true;
            }

            @Override
            public Role role() {
                return Role.BOTH;
            }
        };
        job.certification = new Certification() {
            @Override
            public Optional<CertifiedModule> advance() {
                module.module().certificateRequest(org.stampwright.indicium.trust.KeyUse.SEAL, "alder");
                return Optional.of(module);
            }
        };
        job.licensing = new Licensing() {
            @Override
            public Optional<Licence> licence() {
                return Optional.of(TestLicence.number(42));
            }
        };
        job.assignment = new PsdAssignment() {
            @Override
            void keep(CertifiedModule certified, Licence licence) {
                kept++;
            }
        };
        return job;
    }
}
