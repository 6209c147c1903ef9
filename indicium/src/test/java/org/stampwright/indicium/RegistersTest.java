package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RegistersTest {

    @Property
    void move_by_exactly_the_value_or_not_at_all(
            @ForAll("ascending") long up, @ForAll("descending") long down, @ForAll("postage") long value) {
        Registers before = new Registers(Money.ofMills(up), Money.ofMills(down));
        if (down < value || up + value >= 1L << 40) {
            assertThatIllegalArgumentException().isThrownBy(() -> before.debit(Money.ofMills(value)));
        } else {
            Registers after = before.debit(Money.ofMills(value));
            assertThat(after.ascending().mills() - up).isEqualTo(value);
            assertThat(down - after.descending().mills()).isEqualTo(value);
        }
    }

    @Test
    void credit_and_withdraw_leave_the_ascending_register_alone() {
        Registers registers = new Registers(Money.parse("1"), Money.parse("2"));
        assertThat(registers.credit(Money.parse("3"))).isEqualTo(new Registers(Money.parse("1"), Money.parse("5")));
        assertThat(registers.withdraw(Money.parse("2"))).isEqualTo(new Registers(Money.parse("1"), Money.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> registers.withdraw(Money.parse("2.001")));
        assertThatIllegalArgumentException().isThrownBy(() -> registers.credit(Registers.MAXIMUM_DESCENDING));
    }

    @Provide
    Arbitrary<Long> ascending() {
        return Contents.bits(40);
    }

    @Provide
    Arbitrary<Long> descending() {
        return Contents.bits(32);
    }

    @Provide
    Arbitrary<Long> postage() {
        return Contents.bits(24);
    }
}
