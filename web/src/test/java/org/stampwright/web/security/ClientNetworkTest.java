package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    private static final ClientNetwork BEHIND_PROXIES = new ClientNetwork(Optional.of("10.0.0.0/8, 2001:db8:ff::1"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 198.51.100.9, 192.0.2.7",
        "10.1.2.3, 198.51.100.9, 198.51.100.9",
        "10.1.2.3, '203.0.113.66, 198.51.100.9, 10.7.7.7', 198.51.100.9",
        "10.1.2.3, 'evil.example, 198.51.100.9', 198.51.100.9",
        "10.1.2.3, evil.example, 10.1.2.3",
        "10.1.2.3, , 10.1.2.3",
        "2001:db8:ff::1, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:aaaa::1, , 2001:db8:1:2:0:0:0:0/64",
        "::ffff:192.0.2.7, , 192.0.2.7"
    })
    void only_a_configured_proxy_says_whom_it_speaks_for(String peer, String forwarded, String network) {
        var http = Http.get("/");
        http.remoteAddress = peer;
        if (forwarded != null) {
            http.with("X-Forwarded-For", forwarded);
        }
        assertThat(BEHIND_PROXIES.of(http.request())).isEqualTo(network);
    }

    @Test
    void a_proxy_that_is_no_address_is_a_fault_of_the_configuration() {
        assertThatThrownBy(() -> new ClientNetwork(Optional.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy.example");
    }

    @ParameterizedTest
    @CsvSource({"/login?to=%2F, true", "//evil.example/, false", "https://cards.example/pay, false"})
    void a_redirect_within_the_site_is_a_path(String location, boolean path) {
        assertThat(ProxiedRequests.isPath(location)).isEqualTo(path);
    }
}
