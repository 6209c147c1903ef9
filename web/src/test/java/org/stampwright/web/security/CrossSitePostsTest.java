package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSitePostsTest {

    @ParameterizedTest
    @CsvSource({"POST, cross-site", "POST, same-site", "POST, something-new", "PUT, cross-site", "DELETE, cross-site"})
    void what_another_sites_page_sends_is_refused_before_anything_is_done(String method, String from) throws Exception {
        var http = Http.asking(method, "/pay", null).with("Sec-Fetch-Site", from);
        assertThat(passes(http)).isFalse();
        assertThat(http.status).isEqualTo(403);
        assertThat(http.body()).contains("urn:stampwright:problem:forbidden");
    }

    @ParameterizedTest
    @CsvSource({"POST, same-origin", "POST, none", "GET, cross-site", "HEAD, cross-site", "GET, same-site"})
    void our_own_forms_and_links_from_other_sites_are_accepted(String method, String from) throws Exception {
        assertThat(passes(Http.asking(method, "/pay", null).with("Sec-Fetch-Site", from)))
                .isTrue();
    }

    @Test
    void a_program_sends_no_such_header_and_has_no_cookie_to_misuse() throws Exception {
        assertThat(passes(Http.asking("POST", "/api/v1", "/orders"))).isTrue();
    }

    private static boolean passes(Http http) throws IOException, ServletException {
        var passed = new AtomicBoolean();
        new CrossSitePosts().doFilter(http.request(), http.response(), (request, response) -> passed.set(true));
        return passed.get();
    }
}
