package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemResponsesTest {

    @ParameterizedTest
    @CsvSource({
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, malformed-request",
        "415, unsupported-media-type",
        "500, fault"
    })
    void an_error_that_no_resource_answers_is_a_problem(int status, String kind) throws Exception {
        var http = Http.get("/api/v2/x");
        filter(http, (request, response) -> ((HttpServletResponse) response).sendError(status));
        assertThat(http.status).isEqualTo(status);
        assertThat(http.answered).containsEntry("Content-Type", "application/problem+json");
        assertThat(http.body()).contains("urn:stampwright:problem:" + kind + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/x", "/print/x", "/operator/api/x", "/webhooks/x"})
    void a_fault_before_a_resource_is_a_problem(String path) throws Exception {
        var http = Http.get(path);
        filter(http, (request, response) -> {
            throw new IllegalStateException("an unexpected fault");
        });
        assertThat(http.status).isEqualTo(500);
        assertThat(http.body()).contains("incident").doesNotContain("unexpected fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/x", "/internal/x"})
    void an_outage_is_reported_with_the_time_to_retry(String path) throws Exception {
        var http = Http.get(path);
        filter(http, (request, response) -> {
            throw new ServletException(new SQLException("refused", "08001"));
        });
        assertThat(http.status).isEqualTo(503);
        assertThat(http.body()).contains("urn:stampwright:problem:unavailable");
        assertThat(http.answered).containsEntry("Retry-After", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy", "/operator/psds", "/account/orders", "/operator/login"})
    void pages_keep_the_error_pages_for_people(String path) throws Exception {
        var http = Http.get(path);
        filter(http, (request, response) -> ((HttpServletResponse) response).sendError(404));
        assertThat(http.body()).isEmpty();
        assertThatThrownBy(() -> filter(http, (request, response) -> {
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void filter(Http http, FilterChain chain) throws IOException, ServletException {
        new ProblemResponses().doFilter(http.request(), http.response(), chain);
    }
}
