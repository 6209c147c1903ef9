package org.stampwright.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status\":\"UP\",\"checks\":[{\"name\":\"application\",\"status\":\"UP\"}]} | true",
                "200 | {\"status\":\"up\",\"changes\":1} | true",
                "200 | {\"status\":\"UP\", \"checks\": []} | false",
                "503 | {\"status\":\"DOWN\",\"checks\":[{\"name\":\"database\",\"status\":\"DOWN\"}]} | false"
            })
    void a_server_whose_deployment_failed_is_not_healthy(int status, String body, boolean healthy) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/health/ready", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertThat(Health.ready(server.getAddress().getPort()).getAsBoolean())
                    .isEqualTo(healthy);
        } finally {
            server.stop(0);
        }
    }
}
