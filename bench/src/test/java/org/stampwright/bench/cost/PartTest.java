package org.stampwright.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void code_that_no_part_claims_belongs_to_its_caller() {
        assertThat(Part.of(List.of(
                        "java.util.HashMap.get", "org.eclipse.parsson.JsonParserImpl.next", "com.stripe.net.Api.read")))
                .contains(Part.CARD_CLIENT);
    }

    @Test
    void the_topmost_claimed_frame_decides() {
        assertThat(Part.of(List.of(
                        "sun.security.ec.ECOperations.multiply",
                        "org.stampwright.protocol.AuthorityCaller.send",
                        "org.stampwright.web.api.OrdersResource.place")))
                .contains(Part.CRYPTOGRAPHY);
    }

    @Test
    void everything_below_the_auditor_counts_to_it() {
        assertThat(Part.of(List.of("org.postgresql.core.PGStream.receive", "org.stampwright.audit.Auditor.run")))
                .contains(Part.AUDITOR);
    }

    @Test
    void a_stack_of_the_jdk_alone_belongs_to_no_part() {
        assertThat(Part.of(List.of("java.util.TimerThread.run"))).isEmpty();
    }
}
