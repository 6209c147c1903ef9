package org.stampwright.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.protocol.ProblemDocument;
import org.stampwright.protocol.StrictJson;

class ErrorBodyTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 408, 413, 417, 500, 503, 505})
    void the_body_is_the_problem_document_that_the_application_would_send(int status) {
        var body = ErrorBody.problem(status, ErrorBody.detail(status));
        assertThat(body.type()).isEqualTo(ProblemDocument.MEDIA_TYPE);
        var read = StrictJson.object(new String(body.bytes(), StandardCharsets.UTF_8));
        assertThat(read.getString("type")).startsWith(ProblemDocument.VENDOR);
        assertThat(read.getInt("status")).isEqualTo(status);
        assertThat(read.getString("detail")).isEqualTo(ErrorBody.detail(status));
    }
}
