package org.stampwright.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.LabelSerial;

class PrintJobTest {
    private static final PrintJob JOB = new PrintJob(
            UUID.fromString("0e9d1f4c-1111-4222-8333-944455556666"),
            new LabelSerial("SW00000001"),
            "US-LETTER-25",
            UUID.fromString("7a7a7a7a-1111-4222-8333-944455556666"),
            List.of(new PrintJob.Piece(3, filled(1), "letter"), new PrintJob.Piece(4, filled(2), "postcard")),
            new byte[] {9, 8, 7},
            Optional.of("paper=letter"));

    @Test
    void a_job_read_back_is_the_job_that_was_written() {
        assertThat(PrintJob.of(JOB.toJson())).isEqualTo(JOB).hasSameHashCodeAs(JOB);
    }

    @Test
    void stock_data_need_not_travel() {
        PrintJob without = new PrintJob(
                JOB.order(), JOB.serial(), JOB.stock(), JOB.run(), JOB.pieces(), JOB.bundle(), Optional.empty());
        assertThat(without.toJson()).doesNotContainKey("stockData");
        assertThat(PrintJob.of(without.toJson())).isEqualTo(without);
    }

    @Test
    void the_serial_number_travels_as_printed() {
        assertThat(JOB.toJson().getString("serial"))
                .isEqualTo(JOB.serial().printed())
                .hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"format\":2}", "{\"format\":1}", "{\"format\":\"1\"}"})
    void what_is_no_job_is_refused(String json) {
        assertThatThrownBy(() -> PrintJob.of(read(json))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "serial", "stock", "run", "pieces", "bundle"})
    void a_job_with_a_member_missing_is_refused(String member) {
        String json = JOB.toJson().toString().replace("\"" + member + "\"", "\"other\"");
        assertThatThrownBy(() -> PrintJob.of(read(json))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_truncated_indicium_is_refused() {
        assertThatThrownBy(() -> new PrintJob.Piece(1, new byte[135], "letter"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("136");
    }

    @Test
    void a_job_without_stamps_is_refused() {
        assertThatThrownBy(() -> new PrintJob(
                        JOB.order(), JOB.serial(), JOB.stock(), JOB.run(), List.of(), JOB.bundle(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mistyped_serial_in_a_job_is_refused() {
        String json = JOB.toJson().toString().replace(JOB.serial().printed(), "SW000000012");
        assertThatThrownBy(() -> PrintJob.of(read(json))).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[136];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
