package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.postage.refusal.ProblemKind;

/** A body is either an object or a problem that says what is wrong; never a fault. */
class JsonBodyTest {

    static Stream<String> whatStopsTheParserInItsOwnWays() {
        return Stream.of(
                "{\"value\":1e99999999999}",
                "{\"value\":" + "7".repeat(1_200) + "}",
                "{\"value\":-1e-99999999999}",
                "{\"value\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
                "{\"value\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "[".repeat(60_000));
    }

    @ParameterizedTest
    @MethodSource("whatStopsTheParserInItsOwnWays")
    void a_number_or_a_depth_that_the_parser_does_not_take_is_malformed_or_a_type_that_is_wrong(String body) {
        assertThatThrownBy(() -> new Fields(read(body)).whole("value"))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.problem().kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
                    assertThat(malformed.problem().status()).isEqualTo(400);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1} trailing", "{\"x\":1}{}", "{\"x\":1},", "{\"x\":1}]", "{\"x\":1} 2"})
    void nothing_may_follow_the_object(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Malformed.class, malformed -> assertThat(
                        malformed.problem().kind())
                .isEqualTo(ProblemKind.MALFORMED_JSON));
    }

    @Test
    void a_duplicate_member_is_refused_with_its_place() {
        assertThatThrownBy(() -> read("{\"lines\":[{\"product\":\"letter\",\n\"quantity\":1,\"quantity\":3}]}"))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.problem().status()).isEqualTo(400);
                    assertThat(malformed.problem().kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
                    assertThat(malformed.problem().detail()).contains("an object has a duplicate member");
                    assertThat(malformed.problem().facts()).containsEntry("line", 2L);
                });
    }

    @Test
    void white_space_may_surround_it() throws Malformed {
        assertThat(read(" \n{\"x\": 1}\r\n\t ").getInt("x")).isEqualTo(1);
    }

    @Test
    void says_where_a_body_stops_being_json() {
        assertThatThrownBy(() -> read("{\"sheet\":\n oops}")).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.problem().kind()).isEqualTo(ProblemKind.MALFORMED_JSON);
            assertThat(malformed.problem().facts()).containsEntry("line", 2L);
        });
    }

    @Test
    void refuses_what_is_no_object_nothing_at_all_and_what_is_not_utf_8() {
        for (byte[] body : new byte[][] {bytes("[]"), bytes("7"), bytes("null"), {}, {(byte) 0xff, '{', '}'}}) {
            assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(body), 100))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void reads_no_more_than_its_limit() throws Malformed {
        var large = bytes("{\"sheet\":\"" + "x".repeat(88) + "\"}");
        assertThat(large).hasSize(100);
        assertThat(JsonBody.read(new ByteArrayInputStream(large), 100)).containsKey("sheet");
        assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(large), 99))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.problem().status()).isEqualTo(413);
                    assertThat(malformed.problem().facts()).containsEntry("limit", 99);
                });
    }

    @Test
    void a_body_that_breaks_off_is_malformed_too() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> JsonBody.read(broken, 100)).isInstanceOf(Malformed.class);
    }

    private static jakarta.json.JsonObject read(String body) throws Malformed {
        return JsonBody.read(new ByteArrayInputStream(bytes(body)), 100_000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
