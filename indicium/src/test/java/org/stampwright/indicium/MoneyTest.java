package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0.82, 820, 0.82",
        "0.825, 825, 0.825",
        "12, 12000, 12.00",
        "0, 0, 0.00",
        "0.005, 5, 0.005",
        "1099511627.775, 1099511627775, 1099511627.775",
        "' 3.5 ', 3500, 3.50"
    })
    void reads_a_decimal_exactly_and_writes_it_back(String decimal, long mills, String written) {
        assertThat(Money.parse(decimal)).isEqualTo(Money.ofMills(mills)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.8255",
                "-1",
                "+1",
                "1,00",
                "1e3",
                "",
                ".5",
                "5.",
                "0x10",
                "1099511627.776",
                "NaN",
                "99999999999",
                "١"
            })
    void refuses_what_is_no_amount(String decimal) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(decimal));
    }

    @Test
    void never_goes_below_zero_or_above_the_ascending_registers_top() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("0.50").minus(Money.parse("0.82")))
                .withMessage("0.50 minus 0.82 would be below zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.MAXIMUM.plus(Money.ofMills(1)))
                .withMessage("money in mills must be 0 to 1099511627775, not 1099511627776");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.MAXIMUM.times(2));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("1").times(-1));
        assertThat(Money.MAXIMUM.minus(Money.MAXIMUM)).isEqualTo(Money.ZERO);
    }

    @Test
    void rounds_to_minor_units_only_when_asked() {
        assertThat(Money.parse("0.825").roundedUpToMinorUnit()).isEqualTo(Money.parse("0.83"));
        assertThat(Money.parse("0.82").roundedUpToMinorUnit().minorUnits()).isEqualTo(82);
        assertThat(Money.ofMinorUnits(82)).isEqualTo(Money.parse("0.82"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse("0.825").minorUnits());
    }
}
