package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void an_object_is_read_with_white_space_around_it() {
        assertThat(StrictJson.object(" \n{\"x\": [1, {\"x\": 2}]}\r\n\t ").getJsonArray("x"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\":1,\"quantity\":3}",
                "{\"quantity\":1,\"quantity\":1}",
                "{\"lines\":[{\"quantity\":1,\"quantity\":3}]}",
                "[{\"a\":{},\"b\":1,\"a\":null}]",
                "{\"a\":1,\"\\u0061\":2}"
            })
    void a_duplicate_member_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> StrictJson.value(text))
                .isInstanceOf(JsonParsingException.class)
                .hasMessageStartingWith("an object has a duplicate member: see line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1} trailing", "{\"x\":1}{}", "{\"x\":1},", "{\"x\":1}]", "{\"x\":1} 2", "1 2"})
    void text_after_the_value_is_refused(String text) {
        assertThatThrownBy(() -> StrictJson.value(text))
                .isInstanceOf(JsonParsingException.class)
                .hasMessageStartingWith("it is not JSON: see line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"x\"}", "{\"x\":01}", "{'x':1}", "{\"x\":NaN}", "[1,]", "\"a", "nul", "// no\n{}"})
    void what_is_not_json_is_refused(String text) {
        assertThatThrownBy(() -> StrictJson.value(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void the_place_of_a_fault_is_named() {
        assertThatThrownBy(() -> StrictJson.object("{\"sheet\":\n oops}"))
                .isInstanceOfSatisfying(
                        JsonParsingException.class,
                        wrong -> assertThat(wrong.getLocation().getLineNumber()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"{}\"", "true"})
    void another_value_is_no_object(String text) {
        assertThatThrownBy(() -> StrictJson.object(text)).hasMessage("it is not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void empty_text_is_not_a_value(String text) {
        assertThatThrownBy(() -> StrictJson.value(text)).hasMessage("it is empty");
    }

    @Test
    void a_byte_order_mark_is_named() {
        assertThatThrownBy(() -> StrictJson.object("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("byte order mark");
    }

    @Test
    void bytes_must_be_utf_8() {
        assertThatThrownBy(() -> StrictJson.object(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .hasMessage("it is not UTF-8");
        assertThat(StrictJson.object("{\"ő\":1}".getBytes(StandardCharsets.UTF_8)))
                .containsKey("ő");
    }

    @Test
    void a_hundred_levels_are_read_and_no_more() {
        assertThat(StrictJson.value("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonValue.class);
        for (int depth : new int[] {101, 1_001, 60_000}) {
            assertThatThrownBy(() -> StrictJson.value("[".repeat(depth) + "]".repeat(depth)))
                    .hasMessage("it is nested too deeply");
            assertThatThrownBy(() -> StrictJson.value("{\"a\":".repeat(depth))).isInstanceOf(JsonException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("numbersBeyondTheLibrary")
    void a_number_that_the_library_does_not_take_is_refused_as_any_other_fault(String number) {
        assertThatThrownBy(() -> StrictJson.object("{\"value\":" + number + "}"))
                .isInstanceOf(JsonException.class);
    }

    static Stream<String> numbersBeyondTheLibrary() {
        return Stream.of("1e99999999999", "-1e-99999999999", "7".repeat(1_200));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1e0,1",
        "780.0,780",
        "7.8e2,780",
        "7800e-1,780",
        "0e5,0",
        "-0.0,0",
        "-3E0,-3",
        "9223372036854775807,9223372036854775807",
        "9.223372036854775807e18,9223372036854775807"
    })
    void a_whole_number_is_taken_in_any_spelling(String spelling, long number) {
        assertThat(StrictJson.whole(StrictJson.value(spelling))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "780.01",
                "1e-1",
                "1e-400",
                "9223372036854775808",
                "1e19",
                "1e99999",
                "\"1\"",
                "true",
                "null",
                "[1]"
            })
    void a_fraction_what_is_too_large_and_what_is_no_number_are_not_whole(String text) {
        assertThat(StrictJson.whole(StrictJson.value(text))).isEmpty();
    }

    @Test
    void a_missing_member_is_not_a_number() {
        assertThat(StrictJson.whole(null)).isEmpty();
    }
}
