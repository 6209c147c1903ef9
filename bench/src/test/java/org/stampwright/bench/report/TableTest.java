package org.stampwright.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbers_have_three_significant_digits_or_are_whole() {
        assertThat(Table.number(1234.4)).isEqualTo("1,234");
        assertThat(Table.number(12.345)).isEqualTo("12.3");
        assertThat(Table.number(0.0834)).isEqualTo("0.083");
        assertThat(Table.number(Double.NaN)).isEqualTo("–");
    }

    @Test
    void a_table_is_markdown() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new Table("what", "figure").row("clients", 32).print(new PrintStream(written, true, StandardCharsets.UTF_8));

        assertThat(written.toString(StandardCharsets.UTF_8).strip().lines())
                .containsExactly("| what | figure |", "|---|---|", "| clients | 32 |");
    }
}
