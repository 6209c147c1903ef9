package org.stampwright.indicium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Sample;

class PieceColumnsTest {

    private static final IndiciumContent CONTENT = Sample.content()
            .psdSerial(new PsdSerial(17))
            .pieceCount(3)
            .labelSerial(new LabelSerial("T000000000"))
            .labelPosition(4)
            .postage(Money.ofMills(780))
            .build();

    @Test
    void a_content_is_read_where_every_column_says_what_it_says() {
        assertThat(new PieceColumns(17, 3, "T000000000", 4, 780).read(CONTENT.encode()))
                .isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "18, 3, T000000000, 4, 780, piece 3 of PSD 00000018: the column for its PSD says 18",
        "17, 2, T000000000, 4, 780, piece 2 of PSD 00000017: the column for its piece count says 2",
        "17, 3, T000000001, 4, 780, piece 3 of PSD 00000017: the column for its sheet says T000000001",
        "17, 3, T000000000, 5, 780, piece 3 of PSD 00000017: the column for its position says 5",
        "17, 3, T000000000, 4, 50000, piece 3 of PSD 00000017: the column for its value says 50000",
    })
    void a_column_that_says_anything_else_is_named(
            long psd, long pieceCount, String sheet, int position, long value, String message) {
        PieceColumns columns = new PieceColumns(psd, pieceCount, sheet, position, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> columns.read(CONTENT.encode()))
                .withMessageStartingWith(message);
    }

    @Test
    void bytes_that_are_no_content_are_named_with_their_piece() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PieceColumns.of(CONTENT).read(new byte[72]))
                .withMessageStartingWith("piece 3 of PSD 00000017 cannot be read: format version");
    }
}
