package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.server.Role;

class ServedHereTest {

    private static final int INTERNAL = 8140;

    @ParameterizedTest
    @CsvSource({
        "/buy, 8080, WEB BOTH",
        "/buy, 8140, ''",
        "/operator/api/import, 8080, WEB BOTH",
        "/operator/api/import, 8140, ''",
        "/internal/orders/frank, 8080, ''",
        "/internal/orders/frank, 8140, PROCESSING BOTH",
        "/internal/orders/look, 8080, ''",
        "/internal/orders/look, 8140, WEB PROCESSING BOTH",
        "/health/ready, 8080, WEB PROCESSING BOTH",
        "/health/ready, 8140, WEB PROCESSING BOTH",
        "/health, 8080, ''",
        "/health/live, 8080, ''",
        "/health/live, 8140, WEB PROCESSING BOTH"
    })
    void each_port_of_each_role_serves_what_it_is_for(String path, int port, String roles) {
        for (Role role : Role.values()) {
            var http = Http.get(path);
            http.localPort = port;
            assertThat(new ServedHere(role, Optional.of(INTERNAL)).includes(http.request()))
                    .as("%s on %d of %s", path, port, role)
                    .isEqualTo(roles.contains(role.name()));
        }
    }

    @Test
    void without_an_internal_port_one_listener_answers_everything() {
        var served = new ServedHere(Role.BOTH, Optional.empty());
        assertThat(served.includes(Http.get("/internal/orders").request())).isTrue();
        assertThat(served.includes(Http.get("/health").request())).isTrue();
        assertThat(served.isHealthForAnyone(Http.get("/health").request())).isFalse();
    }

    @Test
    void the_details_of_health_are_for_the_internal_port() {
        var served = new ServedHere(Role.BOTH, Optional.of(INTERNAL));
        var outside = Http.get("/health/ready");
        assertThat(served.isHealthForAnyone(outside.request())).isTrue();
        outside.localPort = INTERNAL;
        assertThat(served.isHealthForAnyone(outside.request())).isFalse();
    }
}
