package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void members_are_read_by_name_and_kind() {
        Body body = body("{\"name\":\"A\",\"amount\":82,\"bytes\":\"AQI=\"}");
        assertThat(body.text("name")).isEqualTo("A");
        assertThat(body.number("amount")).isEqualTo(82);
        assertThat(body.bytes("bytes")).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "null"})
    void what_is_no_json_object_is_refused(String text) {
        assertThatThrownBy(() -> body(text)).isInstanceOf(Problem.class).hasMessageContaining("JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"5\"", "9223372036854775808", "null", "true"})
    void an_amount_that_is_no_whole_number_is_refused_and_not_rounded(String amount) {
        Body body = body("{\"amount\":" + amount + "}");
        assertThatThrownBy(() -> body.number("amount"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"820", "820.0", "8.2e2"})
    void a_whole_number_is_taken_in_any_spelling(String spelling) {
        assertThat(body("{\"amount\":" + spelling + "}").number("amount")).isEqualTo(820);
    }

    @Test
    void a_number_out_of_its_bounds_is_refused() {
        Body body = body("{\"amount\":0}");
        assertThatThrownBy(() -> body.number("amount", 1, 10)).hasMessage("amount must be 1 to 10, not 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "x", "1E0E7F0A-31E4-4D8F-9B1B-0D7C8E1F0A11"})
    void an_id_in_any_other_spelling_is_refused(String text) {
        assertThatThrownBy(() -> Body.uuid(text, "id")).isInstanceOf(Problem.class);
    }

    @Test
    void a_missing_member_is_named() {
        assertThatThrownBy(() -> body("{}").text("use")).hasMessage("use is missing.");
    }

    private static Body body(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
