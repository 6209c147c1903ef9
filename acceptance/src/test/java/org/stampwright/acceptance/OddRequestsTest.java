package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("Every answer is the vendor's own, whatever is sent")
class OddRequestsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/sheets/%zz",
                "POST /api/v1/sheets/%zz/cancel",
                "GET /api/v1/sheets/%00",
                "GET /%c0%ae%c0%ae/",
                "GET /buy;SWSESSION=1234",
                "GET /jakarta.faces.resource/.xhtml",
                "TRACE /",
                "FOO /"
            })
    void an_odd_request_line_gets_a_problem(String line, VendorSystem system) throws IOException {
        isProblem(answer(system, line, ""));
    }

    @Test
    void an_odd_head_gets_a_problem(VendorSystem system) throws IOException {
        isProblem(answer(system, "GET /", "X-Long: " + "a".repeat(9000) + "\r\n"));
        isProblem(answer(system, "GET /", "Host: evil.example\r\n"));
        isProblem(answer(system, "POST /api/v1/orders", "Transfer-Encoding: xchunked\r\n"));
        isProblem(answer(system, "GET /", "X-Control: a\u0001b\r\n"));
        isProblem(answer(system, "POST /api/v1/orders", "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"));
    }

    @Test
    void a_cookie_of_another_site_may_have_any_text(VendorSystem system) throws IOException {
        assertThat(answer(system, "GET /", "Cookie: name=caf\u00c3\u00a9\r\n")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.faces.ViewState=stateless", "jakarta.faces.ViewState=1:2"})
    void a_form_that_no_page_made_gets_a_problem(String form, VendorSystem system) throws IOException {
        isProblem(answer(system, "POST /login", FORM + "Content-Length: " + form.length() + "\r\n\r\n" + form));
    }

    @Test
    void a_form_that_is_far_too_long_is_refused(VendorSystem system) throws IOException {
        String form = "a=" + "b".repeat(70_000);
        isProblem(answer(system, "POST /login", FORM + "Content-Length: " + form.length() + "\r\n\r\n" + form));
    }

    @Test
    void a_session_is_kept_by_a_cookie_of_this_site_with_128_random_bits(VendorSystem system) throws IOException {
        assertThat(answer(system, "GET /login", ""))
                .containsPattern("Set-Cookie: SWSESSION=[A-Za-z0-9_-]{22,};[^\\r]*SameSite=(?i:lax)")
                .containsPattern("Set-Cookie: SWSESSION=[^\\r]*HttpOnly");
    }

    @Test
    void descriptions_of_the_server_are_off(VendorSystem system) throws IOException {
        for (var path : new String[] {"/openapi", "/metrics", "/openapi/ui"}) {
            assertThat(answer(system, "GET " + path, "")).containsPattern("^HTTP/1.1 40[34]");
        }
    }

    private static void isProblem(String answer) {
        assertThat(answer)
                .containsPattern("^HTTP/1.1 4[0-9]{2} ")
                .contains("Content-Type: application/problem+json")
                .contains("urn:stampwright:problem:");
    }

    /** Sends a request to the web instance and returns its whole answer. The rest may contain the body too. */
    private static String answer(VendorSystem system, String line, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.port(0))) {
            socket.setSoTimeout(10_000);
            var head = line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + rest;
            socket.getOutputStream()
                    .write((rest.contains("\r\n\r\n") ? head : head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
