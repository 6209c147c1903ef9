package org.stampwright.postage.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.protocol.StrictJson;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"780", "780.0", "7.8e2", "7800e-1"})
    void a_whole_number_is_taken_in_any_spelling(String spelling) {
        assertThat(fields(spelling).number("value", 1, 1_000)).isEqualTo(780);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "1.5", "1e400", "\"780\"", "null"})
    void anything_else_is_refused_at_its_field(String value) {
        assertThatThrownBy(() -> fields(value).number("value", 1, 1_000))
                .isInstanceOfSatisfying(
                        Misfit.class,
                        misfit -> assertThat(misfit.refusal().field()).isEqualTo("rates.value"))
                .hasMessage("A whole number from 1 to 1000 is needed here.");
    }

    private static Fields fields(String value) {
        return new Fields(StrictJson.object("{\"value\":" + value + "}"), "rates");
    }
}
