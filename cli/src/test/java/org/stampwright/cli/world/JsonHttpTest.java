package org.stampwright.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.protocol.LyingPeer;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** Whatever the authority, the card company or the vendor answers, the command line says what was not welcome. */
class JsonHttpTest {

    private final LyingPeer peer = new LyingPeer(asked -> Told.of(200, "{\"a\": 1}"));
    private final JsonHttp http = JsonHttp.bearer(peer.uri(), "key").within(Duration.ofMillis(700));

    @AfterEach
    void close() {
        peer.close();
    }

    private void isUnwelcome(Told told, int status) {
        peer.follow(asked -> told);
        assertThatThrownBy(() -> http.get("/x"))
                .isInstanceOfSatisfying(UnexpectedResponse.class, unwelcome -> assertThat(unwelcome.status())
                        .isEqualTo(status));
        assertThatThrownBy(() -> http.post("/x", JsonValue.EMPTY_JSON_OBJECT)).isInstanceOf(UnexpectedResponse.class);
    }

    @Test
    void json_is_read() throws InterruptedException {
        assertThat(http.get("/x").asJsonObject().getInt("a")).isEqualTo(1);
        assertThat(http.post("/x", JsonValue.EMPTY_JSON_OBJECT).asJsonObject()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 404, 409, 422, 500, 503})
    void another_status_is_told_with_what_was_said(int status) {
        isUnwelcome(Told.of(status, "{\"title\": \"No.\"}"), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"a\": "})
    void what_is_no_json_is_told(String body) {
        isUnwelcome(Told.of(200, body), 0);
    }

    @Test
    void an_answer_that_does_not_arrive_whole_is_told() {
        for (Manner manner : List.of(Manner.STALLS, Manner.BREAKS_OFF, Manner.ENDLESS)) {
            isUnwelcome(Told.of(200, "{}").with(manner), 0);
        }
    }
}
