package org.stampwright.cli.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoginTest {

    @Test
    @Timeout(30)
    void a_server_that_takes_the_connection_and_says_nothing_is_given_up() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Login login = new Login("jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/x", "postgres", "secret");

            assertThatThrownBy(() -> login.connect(1)).isInstanceOf(SQLException.class);
        }
    }
}
