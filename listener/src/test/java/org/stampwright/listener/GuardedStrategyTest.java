package org.stampwright.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two filters on a real listener, whose server answers every request with 204 or, at /missing, an empty 404. */
class GuardedStrategyTest {

    private final TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance()
            .setIOStrategy(GuardedStrategy.getInstance())
            .build();
    private int port;

    private static final class Server extends BaseFilter {
        @Override
        public NextAction handleRead(FilterChainContext context) {
            var content = (HttpContent) context.getMessage();
            var request = (HttpRequestPacket) content.getHttpHeader();
            var response = request.getResponse();
            if (request.getRequestURI().equals("/missing")) {
                HttpStatus.NOT_FOUND_404.setValues(response);
                response.setContentLength(0);
            } else {
                HttpStatus.NO_CONTENT_204.setValues(response);
            }
            context.write(response.httpContentBuilder().last(true).build(), new EmptyCompletionHandler<WriteResult>() {
                @Override
                public void completed(WriteResult written) {
                    if (!request.getProcessingState().isStayAlive()) {
                        context.getConnection().closeSilently();
                    }
                }
            });
            return context.getStopAction();
        }
    }

    @BeforeEach
    void starts() throws IOException {
        FilterChain chain = FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(new HttpServerFilter())
                .add(new Server())
                .build();
        transport.setProcessor(chain);
        TCPNIOServerConnection bound = transport.bind("127.0.0.1", 0);
        port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
        transport.start();
    }

    @AfterEach
    void stops() throws IOException {
        transport.shutdownNow();
    }

    @Test
    void a_plain_request_reaches_the_server() throws IOException {
        assertThat(answer("GET /buy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "GET /buy;SWSESSION=1 HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void an_ambiguous_request_is_refused_and_its_connection_closed(String request) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("urn:stampwright:problem:malformed-request");
    }

    @Test
    void a_malformed_head_gets_a_problem_or_a_page_by_what_the_caller_accepts() throws IOException {
        var tooLong = "X-Long: " + "a".repeat(9000) + "\r\n\r\n";
        assertThat(answer("GET /buy HTTP/1.1\r\nHost: a\r\n" + tooLong))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(answer("GET /buy HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n" + tooLong))
                .startsWith("HTTP/1.1 400")
                .contains("text/html")
                .contains("delete the cookies");
    }

    @Test
    void an_empty_error_of_the_server_gets_a_body_except_for_head() throws IOException {
        var rest = " /missing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        assertThat(answer("GET" + rest)).contains("urn:stampwright:problem:not-found");
        assertThat(answer("HEAD" + rest)).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
    }

    @Test
    void nothing_is_read_after_a_chunked_body() throws IOException {
        var both = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        assertThat(answer(both + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n").split("HTTP/1.1 "))
                .hasSize(2);
    }

    /** Sends the request and returns everything up to the end of the connection, which the server closes. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
