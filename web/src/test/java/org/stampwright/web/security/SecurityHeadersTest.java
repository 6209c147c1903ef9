package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/buy",
                "/pay",
                "/return",
                "/order",
                "/order/1",
                "/print/orders/1/specimens/1.png",
                "/print/orders/1/pdf",
                "/print/orders/1/jnlp",
                "/account/orders",
                "/operator",
                "/api/v1/orders"
            })
    void anAddressWithATokenIsToldToNobodyAndNoAnswerIsKept(String path) {
        assertThat(headersOf(path, "http://127.0.0.1:8080"))
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void pagesMayLoadOursAloneAndPostToTheCardCompany() {
        assertThat(headersOf("/pay", "https://stamps.example").get("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "form-action 'self' https://cards.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/print/orders/1/specimens/1.png", "/print/orders/1/pdf", "/api/v1/orders", "/webhooks/cards"})
    void anAnswerThatIsNoPageMayLoadNothingAtAll(String path) {
        assertThat(headersOf(path, "https://stamps.example").get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void whatIsTheSameForEverybodyMayBeKept() {
        assertThat(headersOf("/assets/shop.css", "https://stamps.example")).doesNotContainKey("Cache-Control");
        assertThat(headersOf("/jakarta.faces.resource/a.js", "https://stamps.example"))
                .doesNotContainKey("Cache-Control");
    }

    @Test
    void aSiteThatIsEncryptedStaysSo() {
        assertThat(headersOf("/buy", "https://stamps.example")).containsKey("Strict-Transport-Security");
    }

    private static Map<String, String> headersOf(String path, String publicUrl) {
        var http = Http.get(path);
        new SecurityHeaders("https://cards.example", publicUrl).set(http.request(), http.response());
        return http.answered;
    }
}
