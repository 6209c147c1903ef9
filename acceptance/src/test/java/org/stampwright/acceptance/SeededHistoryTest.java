package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.bench.Bench;

/** The benchmarks' history is made by buying, in the largest orders; so it must hold as any other. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("A seeded history is genuine")
class SeededHistoryTest {

    private static final int MORE = 1050;

    @Test
    void an_order_of_a_thousand_stamps_and_the_rest_are_released_and_everything_holds(VendorSystem system) {
        long before = system.ledger().number("select count(*) from indicium_fate");
        String script = system.root().resolve("bin/stampwright").toString();

        int status = Bench.execute(
                "seed",
                "--home",
                system.home().toString(),
                "--stampwright",
                script,
                "--pieces",
                Long.toString(before + MORE));

        assertThat(status).as("exit status of the audit").isZero();
        assertThat(system.ledger().number("select count(*) from indicium_fate where fate = 'signed'"))
                .isGreaterThanOrEqualTo(before + MORE - abandoned(system));
        assertThat(system.ledger()
                        .number("select max(pieces) from postage_order where state in ('released', 'printed')"))
                .isEqualTo(1000);
    }

    private static long abandoned(VendorSystem system) {
        return system.ledger().number("select count(*) from indicium_fate where fate = 'abandoned'");
    }
}
