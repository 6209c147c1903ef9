package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemDocumentTest {

    @Test
    void what_is_written_is_read() {
        JsonObject members =
                StrictJson.PROVIDER.createObjectBuilder().add("left", 2).build();
        byte[] sent = new ProblemDocument(
                        ProblemDocument.VENDOR, "wrong-serial", "Wrong serial", 422, "Another sheet.", members)
                .json()
                .toString()
                .getBytes(StandardCharsets.UTF_8);

        ProblemDocument read = ProblemDocument.read(422, sent);

        assertThat(read.namespace()).isEqualTo("urn:stampwright:problem:");
        assertThat(read.kind()).isEqualTo("wrong-serial");
        assertThat(read.title()).isEqualTo("Wrong serial");
        assertThat(read.detail()).isEqualTo("Another sheet.");
        assertThat(read.count("left")).hasValue(2);
        assertThat(read.count("right")).isEmpty();
        assertThat(read.count("detail")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"type\":7,\"detail\":[]}", "{\"type\":\"a\",\"type\":\"b\"}"})
    void an_answer_without_a_problem_document_is_named_by_its_status(String body) {
        ProblemDocument read = ProblemDocument.read(502, body.getBytes(StandardCharsets.UTF_8));

        assertThat(read.kind()).isEqualTo("http-502");
        assertThat(read.detail()).isEmpty();
    }
}
