package org.stampwright.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

    private static final List<String> HOST = List.of("stamps.example:8080");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/sheets/a%2Fb", "/order/%C3%A9", "/jakarta.faces.resource/core.js.xhtml"})
    void a_plain_address_is_taken(String path) {
        assertThat(address(path, "a=%20b&c=%E2%82%AC").complaint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%zz", "/%", "/%a", "/a%0", "/%00", "/a%0Ab", "/%7f", "/%c0%ae", "/%E2%82", "/buy;SWSESSION=1"})
    void an_address_that_programs_decode_differently_is_refused(String path) {
        assertThat(address(path, null).complaint()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "%", "a=%00"})
    void a_query_that_cannot_be_decoded_is_refused(String query) {
        assertThat(address("/buy", query).complaint()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "identity", "gzip, chunked", "chunked, identity", ""})
    void a_transfer_encoding_other_than_chunked_is_refused(String encoding) {
        assertThat(framed(List.of(encoding), false).complaint()).isPresent();
    }

    @Test
    void chunked_is_taken_alone_only() {
        assertThat(framed(List.of(" Chunked"), false).complaint()).isEmpty();
        assertThat(framed(List.of("chunked"), true).complaint()).isPresent();
        assertThat(framed(List.of("chunked", "chunked"), false).complaint()).isPresent();
    }

    @Test
    void a_request_names_one_host() {
        assertThat(hosts("stamps.example").complaint()).isEmpty();
        assertThat(hosts("[::1]:8080").complaint()).isEmpty();
        assertThat(hosts().complaint()).isPresent();
        assertThat(hosts("stamps.example", "evil.example").complaint()).isPresent();
        assertThat(hosts("a b").complaint()).isPresent();
        assertThat(hosts("stamps.example@evil.example").complaint()).isPresent();
    }

    @Test
    void a_header_may_have_any_text_but_no_control_character() {
        assertThat(header("caf\u00c3\u00a9\t").complaint()).isEmpty();
        assertThat(header("a\rb").complaint()).isPresent();
        assertThat(header("a\u0001b").complaint()).isPresent();
    }

    private static RequestCheck address(String path, String query) {
        return new RequestCheck(path, query, HOST, List.of(), false, HOST);
    }

    private static RequestCheck framed(List<String> encodings, boolean hasLength) {
        return new RequestCheck("/", null, HOST, encodings, hasLength, HOST);
    }

    private static RequestCheck hosts(String... hosts) {
        return new RequestCheck("/", null, List.of(hosts), List.of(), false, List.of(hosts));
    }

    private static RequestCheck header(String value) {
        return new RequestCheck("/", null, HOST, List.of(), false, List.of(value));
    }
}
