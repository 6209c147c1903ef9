package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The print server is a test double that speaks IPP's encoding and, like CUPS, reveals names to their owner only; the
 * acceptance tests use a real CUPS.
 */
class PrinterQueueTest {
    private HttpServer cups;
    private byte[] jobs;
    private int printerState = 3;

    @BeforeEach
    void start() throws IOException {
        cups = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cups.createContext("/printers/Label_printer", exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            boolean owner = new String(question, StandardCharsets.ISO_8859_1).contains("requesting-user-name\0\4nina");
            byte[] answer = question[3] != IppMessage.GET_JOBS ? printer() : owner ? jobs : new byte[0];
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        cups.start();
    }

    @AfterEach
    void stop() {
        cups.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "9, job-completed-successfully, Finished",
        "9, job-completed-with-errors, GivenUp",
        "8, aborted-by-system, GivenUp",
        "7, job-canceled-by-user, GivenUp",
        "6, job-stopped, Waiting",
        "5, job-printing, Waiting",
        "4, job-hold-until-specified, Waiting",
        "3, none, Waiting"
    })
    void the_state_of_a_job_is_told_from_the_other(int state, String reason, String expected) throws IOException {
        jobs = jobs("other", 9, "none", "ours", state, reason);
        assertThat(queue().stateOf("ours").getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void a_paused_printer_is_named_as_the_reason() throws IOException {
        jobs = jobs("other", 9, "none", "ours", 3, "none");
        printerState = 5;
        assertThat(queue().stateOf("ours"))
                .isEqualTo(new QueueState.Waiting("The printer is paused. Start it again to print."));
    }

    @Test
    void a_job_that_the_queue_does_not_know_is_untold() throws IOException {
        jobs = jobs("other", 9, "none", "another", 9, "none");
        assertThat(queue().stateOf("ours")).isInstanceOf(QueueState.Untold.class);
    }

    @Test
    void a_queue_that_does_not_answer_is_untold() {
        cups.stop(0);
        assertThat(queue().stateOf("ours")).isInstanceOf(QueueState.Untold.class);
    }

    @Test
    void an_answer_cut_off_is_untold() {
        jobs = new byte[] {1, 1, 0};
        assertThat(queue().stateOf("ours")).isInstanceOf(QueueState.Untold.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:26050, 127.0.0.1:26050",
        "printers.example, printers.example:631",
        "/run/cups/cups.sock, localhost:631",
        "'', localhost:631"
    })
    void the_print_server_is_the_one_that_the_environment_names(String named, String expected) {
        assertThat(PrinterQueue.server(Map.of("CUPS_SERVER", named))).isEqualTo(expected);
    }

    private PrinterQueue queue() {
        return new PrinterQueue("127.0.0.1:" + cups.getAddress().getPort(), "Label_printer", "nina");
    }

    private static byte[] jobs(
            String first, int firstState, String firstReason, String second, int secondState, String secondReason)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        head(out);
        out.writeByte(0x02);
        job(out, first, firstState, firstReason);
        out.writeByte(0x02);
        job(out, second, secondState, secondReason);
        out.writeByte(0x03);
        return bytes.toByteArray();
    }

    private byte[] printer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        head(out);
        out.writeByte(0x04);
        number(out, "printer-state", printerState);
        out.writeByte(0x03);
        return bytes.toByteArray();
    }

    private static void head(DataOutputStream out) throws IOException {
        out.writeInt(0x01010000);
        out.writeInt(1);
        out.writeByte(0x01);
        text(out, 0x47, "attributes-charset", "utf-8");
    }

    private static void job(DataOutputStream out, String name, int state, String reason) throws IOException {
        text(out, 0x42, "job-name", name);
        number(out, "job-state", state);
        text(out, 0x44, "job-state-reasons", reason);
        text(out, 0x44, "", "second-reason");
    }

    private static void text(DataOutputStream out, int tag, String name, String value) throws IOException {
        out.writeByte(tag);
        out.writeShort(name.length());
        out.writeBytes(name);
        out.writeShort(value.length());
        out.writeBytes(value);
    }

    private static void number(DataOutputStream out, String name, int value) throws IOException {
        out.writeByte(0x23);
        out.writeShort(name.length());
        out.writeBytes(name);
        out.writeShort(4);
        out.writeInt(value);
    }
}
