package org.stampwright.cli.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.stampwright.cli.Refusal;

class PortsTest {

    @Test
    void a_port_in_use_is_refused_with_who_wanted_it() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, "the authority"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("port " + port + " (for the authority) is in use");
        }
        assertThatCode(() -> Ports.requireFree(port, "the authority")).doesNotThrowAnyException();
    }

    @Test
    void a_base_whose_hundred_ports_do_not_exist_is_refused() {
        assertThatThrownBy(() -> new Ports(65_500)).isInstanceOf(Refusal.class).hasMessageContaining("65436");
        assertThatThrownBy(() -> new Ports(80)).isInstanceOf(Refusal.class).hasMessageContaining("1024");
    }

    @Test
    void ports_drawn_for_a_short_while_are_free() {
        Ports drawn = Ports.anyFree();

        assertThatCode(() -> Ports.requireFree(drawn.postgres(), "PostgreSQL")).doesNotThrowAnyException();
    }
}
