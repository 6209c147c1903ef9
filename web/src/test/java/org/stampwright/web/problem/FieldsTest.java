package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void reads_texts_and_whole_numbers_and_lists() throws Malformed {
        var order = fields("{\"sheet\":\"K7\",\"lines\":[{\"quantity\":3}],\"value\":820}");
        assertThat(order.text("sheet")).isEqualTo("K7");
        assertThat(order.whole("value")).isEqualTo(820);
        assertThat(order.list("lines").get(0).count("quantity")).isEqualTo(3);
    }

    @Test
    void a_member_that_is_null_counts_as_missing() throws Malformed {
        assertThat(fields("{\"startPosition\":null}").countOrNull("startPosition"))
                .isNull();
    }

    @Test
    void names_the_field_of_a_missing_member() {
        assertThatThrownBy(() -> fields("{\"lines\":[{}]}").list("lines").get(0).text("product"))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.problem().field()).isEqualTo("lines[0].product");
                    assertThat(malformed.problem().status()).isEqualTo(400);
                });
    }

    @Test
    void refuses_a_fraction_a_text_and_a_too_large_number_where_a_whole_number_belongs() {
        for (String value : new String[] {"1.5", "\"3\"", "123456789012345678901234567890", "true", "[1]"}) {
            assertThatThrownBy(() -> fields("{\"value\":" + value + "}").whole("value"))
                    .as(value)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void takes_a_whole_number_in_any_spelling() throws Malformed {
        for (String spelling : new String[] {"780", "780.0", "7.8e2", "7800e-1"}) {
            assertThat(fields("{\"value\":" + spelling + "}").whole("value"))
                    .as(spelling)
                    .isEqualTo(780);
        }
    }

    @Test
    void a_count_beyond_an_int_becomes_the_nearest_int_so_that_no_range_check_misses_it() throws Malformed {
        assertThat(fields("{\"quantity\":9999999999}").count("quantity")).isEqualTo(Integer.MAX_VALUE);
        assertThat(fields("{\"quantity\":-9999999999}").count("quantity")).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void refuses_unknown_members() {
        assertThatThrownBy(
                        () -> fields("{\"sheet\":\"K7\",\"startposition\":3}").only("sheet", "startPosition"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("startposition");
    }

    @Test
    void refuses_a_text_that_the_database_could_not_store() {
        assertThatThrownBy(() -> fields("{\"detail\":\"paper \\u0000 jam\"}").text("detail"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem().field()).isEqualTo("detail"));
    }

    private static Fields fields(String json) throws Malformed {
        return new Fields(JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), 10_000));
    }
}
