package org.stampwright.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.web.problem.Problem;

class PageRequestsTest {

    private static final String NONCE = "NTRhYmMtZGVmMDEyMzQ1Njc4";

    @Test
    void a_form_of_a_page_passes() {
        assertThat(PageRequests.complaint(post("-123:456", NONCE))).isEmpty();
        assertThat(PageRequests.complaint(request("POST", "/login", Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stateless", "", "rO0ABXNyABNqYXZh", "1:2:3"})
    void a_view_state_that_no_page_has_is_refused(String state) {
        assertThat(PageRequests.complaint(post(state, NONCE)))
                .map(Problem::status)
                .hasValue(400);
    }

    @ParameterizedTest
    @CsvSource({"''", "<script>"})
    void a_form_without_the_nonce_is_told_that_it_needs_javascript(String nonce) {
        assertThat(PageRequests.complaint(post("-123:456", nonce)))
                .map(Problem::detail)
                .hasValueSatisfying(detail -> assertThat(detail).contains("JavaScript"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jakarta.faces.resource/primeicons/primeicons.css.xhtml",
                "/jakarta.faces.resource/jquery/jquery-plugins.js.xhtml",
                "/jakarta.faces.resource/core.js.xhtml"
            })
    void a_resource_with_a_name_passes(String path) {
        assertThat(PageRequests.complaint(request("GET", path, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jakarta.faces.resource/.xhtml",
                "/jakarta.faces.resource",
                "/jakarta.faces.resource/",
                "/jakarta.faces.resource/../web.xml.xhtml"
            })
    void a_resource_without_a_name_is_not_found(String path) {
        assertThat(PageRequests.complaint(request("GET", path, Map.of())))
                .map(Problem::status)
                .hasValue(404);
    }

    private static HttpServletRequest post(String state, String nonce) {
        return request("POST", "/login", Map.of("jakarta.faces.ViewState", state, "primefaces.nonce", nonce));
    }

    private static HttpServletRequest request(String method, String path, Map<String, String> fields) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PageRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getServletPath" -> path;
                    case "getParameter" -> fields.get((String) given[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
