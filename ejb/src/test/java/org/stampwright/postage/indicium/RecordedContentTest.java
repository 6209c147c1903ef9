package org.stampwright.postage.indicium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.PieceColumns;
import org.stampwright.postage.licence.TestLicence;

class RecordedContentTest {

    private static final UUID ORDER = UUID.fromString("3f0c1b52-0000-4000-8000-000000000001");
    private static final IndiciumContent CONTENT = TestLicence.number(42)
            .letterhead()
            .psdSerial(new PsdSerial(77))
            .certificateSerial(new CertificateSerial(11))
            .pieceCount(4)
            .postage(Money.ofMills(500))
            .rateCategory("FC")
            .labelSerial(new LabelSerial("T000000000"))
            .labelPosition(3)
            .frankedOn(java.time.LocalDate.of(2026, 11, 23))
            .build();

    @Test
    void a_row_whose_columns_say_what_its_bytes_say_is_the_one_that_was_recorded() {
        RecordedContent recorded = RecordedContent.of(CONTENT, 3, ORDER, 1, 2);
        RecordedContent read =
                RecordedContent.read(new PieceColumns(77, 4, "T000000000", 3, 500), CONTENT.encode(), 3, ORDER, 1, 2);
        assertThat(read.piece()).isEqualTo(recorded.piece());
        assertThat(read.value()).isEqualTo(500);
        assertThat(read.sheet()).isEqualTo("T000000000");
        assertThat(read.position()).isEqualTo(3);
    }

    @Test
    void a_row_with_a_column_that_says_anything_else_is_an_alarm_that_names_psd_and_piece() {
        assertThatThrownBy(() -> RecordedContent.read(
                        new PieceColumns(77, 4, "T000000000", 3, 50_000), CONTENT.encode(), 3, ORDER, 1, 2))
                .isInstanceOfSatisfying(
                        Unsealed.class, alarm -> assertThat(alarm.psd()).isEqualTo(77))
                .hasMessage("piece 4 of PSD 00000077: the column for its value says 50000, its content 500");
    }

    @Test
    void a_row_for_no_line_of_an_order_is_an_alarm() {
        assertThatThrownBy(() -> RecordedContent.read(
                        new PieceColumns(77, 4, "T000000000", 3, 500), CONTENT.encode(), 3, ORDER, 1, 0))
                .isInstanceOf(Unsealed.class);
    }
}
