package org.stampwright.indicium.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.stock.UnusableStock.Flaw;

class LabelStocksTest {

    private static final LabelStock LETTER = LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();

    @ParameterizedTest
    @CsvSource({"US-LETTER-25, 25", "US-LETTER-30, 30", "A4-24, 24", "ROLL-57x32, 1"})
    void comesWithSheetsAndARollLabel(String code, int labels) {
        assertThat(LabelStocks.builtIn().find(code)).hasValueSatisfying(
                stock -> assertThat(stock.positions()).hasSize(labels));
    }

    @Test
    void positionsRunRowByRowFromTheTopLeft() {
        assertThat(LETTER.label(1).getX()).isCloseTo(7.62, within(1e-9));
        assertThat(LETTER.label(1).getWidth()).isCloseTo(38.1, within(1e-9));
        assertThat(LETTER.label(2).getX()).isCloseTo(1.9 * 25.4, within(1e-9));
        assertThat(LETTER.label(6).getY()).isCloseTo(2.4 * 25.4, within(1e-9));
        assertThat(LETTER.label(25).getMaxX()).isCloseTo(215.9 - 7.62, within(1e-9));
        assertThat(LETTER.label(25).getMaxY()).isCloseTo(279.4 - 7.62, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> LETTER.label(26)).withMessage("US-LETTER-25 has no position 26");
        assertThatIllegalArgumentException().isThrownBy(() -> LETTER.label(0));
    }

    @Test
    void aSingleLabelHasPositionZeroOnly() {
        LabelStock roll = LabelStocks.builtIn().find("ROLL-57x32").orElseThrow();
        assertThat(roll.isSingle()).isTrue();
        assertThat(roll.positions()).containsExactly(0);
        assertThat(roll.label(0).getWidth()).isCloseTo(57.15, within(1e-9));
        assertThat(roll.stampArea(0).getHeight() + roll.serialStrip(0).getHeight()).isCloseTo(31.75, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> roll.label(1));
    }

    @ParameterizedTest
    @CsvSource({"pitch.x=37, OVERLAP, so labels overlap", "pitch.y=50.7, OVERLAP, so labels overlap",
        "margin.left=30, OFF_PAPER, right edge", "rows=6, OFF_PAPER, lower edge", "paper.width=200, OFF_PAPER, right edge",
        "label.width=22.3, TOO_SMALL, under 2 mm", "strip=28.6, TOO_SMALL, under 2 mm", "rows=0, OUT_OF_RANGE, 65",
        "corner.radius=20, OUT_OF_RANGE, corners", "rows=five, UNREADABLE, rows must be a whole number",
        "margin.top=-1, UNREADABLE, margin.top must be a length", "code=a/b, OUT_OF_RANGE, code has",
        "colour=red, UNREADABLE, unknown keys [colour]", "name=, UNREADABLE, the key name is missing"})
    void refusesUnusableStockByName(String line, Flaw flaw, String message) {
        String file = StockFile.write(LETTER) + line + "\n";
        assertThatExceptionOfType(UnusableStock.class).isThrownBy(() -> read(file))
                .withMessageContaining(message)
                .satisfies(unusable -> assertThat(unusable.flaw()).isEqualTo(flaw));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        for (LabelStock stock : LabelStocks.builtIn().all()) {
            assertThat(read(StockFile.write(stock))).isEqualTo(stock);
        }
    }

    @Test
    void anOperatorAddsAKindByAFile(@TempDir Path folder) throws IOException {
        String file = StockFile.write(LETTER).replace("US-LETTER-25", "OURS-25");
        Files.writeString(folder.resolve("ours.properties"), file);
        assertThat(LabelStocks.with(folder).find("OURS-25")).isPresent();
        Files.writeString(folder.resolve("again.properties"), file);
        assertThatExceptionOfType(UnusableStock.class).isThrownBy(() -> LabelStocks.with(folder))
                .withMessageContaining("two of this code");
    }

    @Test
    void anInstallationKnowsTheFolderThatItsPropertyNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ours.properties"), StockFile.write(LETTER).replace("US-LETTER-25", "OURS-25"));
        assertThat(LabelStocks.known().find("OURS-25")).isEmpty();
        try {
            System.setProperty(LabelStocks.FOLDER_PROPERTY, folder.toString());
            assertThat(LabelStocks.known().find("OURS-25")).isPresent();
            System.setProperty(LabelStocks.FOLDER_PROPERTY, folder.resolve("none").toString());
            assertThat(LabelStocks.known().all()).hasSameSizeAs(LabelStocks.builtIn().all());
        } finally {
            System.clearProperty(LabelStocks.FOLDER_PROPERTY);
        }
    }

    private static LabelStock read(String file) throws IOException {
        return StockFile.read("test", new StringReader(file));
    }
}
