package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.orderstate.OrderState;

class MilestoneTest {

    @ParameterizedTest
    @CsvSource({
        "PLACED, 0",
        "REQUIRES_ACTION, 0",
        "HELD, 1",
        "CLAIMED, 1",
        "FRANKED, 1",
        "SIGNED, 2",
        "RECEIPTED, 3",
        "CAPTURED, 4",
        "RELEASED, 4",
        "DECLINED, 0",
        "CANCELLED, 0",
        "EXPIRED, 0"
    })
    void the_steps_that_the_order_has_passed_are_complete(OrderState state, int behind) {
        assertThat(Milestone.of(state)).hasSize(4).filteredOn(Milestone::done).hasSize(behind);
    }
}
