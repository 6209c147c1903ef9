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
    void an_address_with_a_token_is_not_sent_on_and_no_answer_is_cached(String path) {
        assertThat(headersOf(path, "http://127.0.0.1:8080"))
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void pages_may_load_ours_alone_and_post_to_the_card_company() {
        assertThat(headersOf("/pay", "https://stamps.example").get("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "form-action 'self' https://cards.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/print/orders/1/specimens/1.png", "/print/orders/1/pdf", "/api/v1/orders", "/webhooks/cards"})
    void an_answer_that_is_no_page_may_load_nothing_at_all(String path) {
        assertThat(headersOf(path, "https://stamps.example").get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void public_assets_may_be_cached() {
        assertThat(headersOf("/assets/shop.css", "https://stamps.example")).doesNotContainKey("Cache-Control");
        assertThat(headersOf("/jakarta.faces.resource/a.js", "https://stamps.example"))
                .doesNotContainKey("Cache-Control");
    }

    @Test
    void a_site_that_is_encrypted_stays_so() {
        assertThat(headersOf("/buy", "https://stamps.example")).containsKey("Strict-Transport-Security");
    }

    private static Map<String, String> headersOf(String path, String publicUrl) {
        var http = Http.get(path);
        new SecurityHeaders("https://cards.example", publicUrl).set(http.request(), http.response());
        return http.answered;
    }
}
