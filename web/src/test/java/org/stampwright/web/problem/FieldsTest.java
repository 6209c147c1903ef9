package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void readsTextsAndWholeNumbersAndLists() throws Malformed {
        var order = fields("{\"sheet\":\"K7\",\"lines\":[{\"quantity\":3}],\"value\":820}");
        assertThat(order.text("sheet")).isEqualTo("K7");
        assertThat(order.whole("value")).isEqualTo(820);
        assertThat(order.list("lines").get(0).count("quantity")).isEqualTo(3);
    }

    @Test
    void aMemberThatIsNullCountsAsLeftOut() throws Malformed {
        assertThat(fields("{\"startPosition\":null}").countOrNull("startPosition"))
                .isNull();
    }

    @Test
    void namesTheFieldOfAMissingMember() {
        assertThatThrownBy(() -> fields("{\"lines\":[{}]}").list("lines").get(0).text("product"))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.problem().field()).isEqualTo("lines[0].product");
                    assertThat(malformed.problem().status()).isEqualTo(400);
                });
    }

    @Test
    void refusesAFractionATextAndATooLargeNumberWhereAWholeNumberBelongs() {
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
    void aCountBeyondAnIntBecomesTheNearestIntSoThatNoRangeCheckMissesIt() throws Malformed {
        assertThat(fields("{\"quantity\":9999999999}").count("quantity")).isEqualTo(Integer.MAX_VALUE);
        assertThat(fields("{\"quantity\":-9999999999}").count("quantity")).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void refusesMembersThatNobodyWouldRead() {
        assertThatThrownBy(
                        () -> fields("{\"sheet\":\"K7\",\"startposition\":3}").only("sheet", "startPosition"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("startposition");
    }

    @Test
    void refusesATextThatTheDatabaseCouldNotStore() {
        assertThatThrownBy(() -> fields("{\"detail\":\"paper \\u0000 jam\"}").text("detail"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem().field()).isEqualTo("detail"));
    }

    private static Fields fields(String json) throws Malformed {
        return new Fields(JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), 10_000));
    }
}
