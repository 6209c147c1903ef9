package org.stampwright.indicium.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.UnusableStock.Flaw;

class LabelStocksTest {

    private static final BufferedImage PICTURE = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private static final LabelStock LETTER =
            LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();

    @ParameterizedTest
    @CsvSource({"US-LETTER-25, 25", "US-LETTER-30, 30", "A4-24, 24", "ROLL-57x32, 1"})
    void comes_with_sheets_and_a_roll_label(String code, int labels) {
        assertThat(LabelStocks.builtIn().find(code))
                .hasValueSatisfying(stock -> assertThat(stock.positions()).hasSize(labels));
    }

    @Test
    void positions_run_row_by_row_from_the_top_left() {
        assertThat(LETTER.label(1).getX()).isCloseTo(7.62, within(1e-9));
        assertThat(LETTER.label(1).getWidth()).isCloseTo(38.1, within(1e-9));
        assertThat(LETTER.label(2).getX()).isCloseTo(1.9 * 25.4, within(1e-9));
        assertThat(LETTER.label(6).getY()).isCloseTo(2.4 * 25.4, within(1e-9));
        assertThat(LETTER.label(25).getMaxX()).isCloseTo(215.9 - 7.62, within(1e-9));
        assertThat(LETTER.label(25).getMaxY()).isCloseTo(279.4 - 7.62, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LETTER.label(26))
                .withMessage("US-LETTER-25 has no position 26");
        assertThatIllegalArgumentException().isThrownBy(() -> LETTER.label(0));
    }

    @Test
    void a_single_label_has_position_zero_only() {
        LabelStock roll = LabelStocks.builtIn().find("ROLL-57x32").orElseThrow();
        assertThat(roll.isSingle()).isTrue();
        assertThat(roll.positions()).containsExactly(0);
        assertThat(roll.label(0).getWidth()).isCloseTo(57.15, within(1e-9));
        assertThat(roll.stampArea(0).getHeight() + roll.serialStrip(0).getHeight())
                .isCloseTo(31.75, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> roll.label(1));
    }

    @ParameterizedTest
    @CsvSource({
        "pitch.x=37, OVERLAP, so labels overlap",
        "pitch.y=50.7, OVERLAP, so labels overlap",
        "margin.left=30, OFF_PAPER, right edge",
        "rows=6, OFF_PAPER, lower edge",
        "paper.width=200, OFF_PAPER, right edge",
        "label.width=22.3, TOO_SMALL, under 2 mm",
        "strip=28.6, TOO_SMALL, under 2 mm",
        "rows=0, OUT_OF_RANGE, 65",
        "corner.radius=20, OUT_OF_RANGE, corners",
        "label.width=37, NO_ROOM_FOR_TEXT, in capitals of 0.85 mm",
        "strip=2.1, NO_ROOM_FOR_SERIAL, strip must be at least",
        "margin.top=5.3, NO_ROOM_FOR_SERIAL, top margin must be",
        "margin.top=9999 in, OUT_OF_RANGE, above 10 m",
        "name=a\\tb, OUT_OF_RANGE, control characters",
        "rows=five, UNREADABLE, rows must be a whole number",
        "margin.top=-1, UNREADABLE, margin.top must be a length",
        "code=a/b, OUT_OF_RANGE, code has",
        "colour=red, UNREADABLE, unknown keys [colour]",
        "name=, UNREADABLE, the key name is missing"
    })
    void refuses_unusable_stock_by_name(String line, Flaw flaw, String message) {
        String file = StockFile.write(LETTER) + line + "\n";
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(message)
                .satisfies(unusable -> assertThat(unusable.flaw()).isEqualTo(flaw));
    }

    @ParameterizedTest
    @CsvSource({
        "label.width=44.5, NO_ROOM_FOR_SERIAL, wide for its bar code",
        "strip=4.9, NO_ROOM_FOR_SERIAL, at least 5 mm",
        "strip=0, NO_ROOM_FOR_SERIAL, at least 5 mm"
    })
    void refuses_a_single_label_without_room_for_its_bar_code(String line, Flaw flaw, String message) {
        String file = StockFile.write(single(60, 60, 6)) + line + "\n";
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(message)
                .satisfies(unusable -> assertThat(unusable.flaw()).isEqualTo(flaw));
    }

    @Test
    void refuses_paper_too_narrow_for_the_sheets_serial_number() {
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> new LabelStock("NARROW", "narrow", 90, 200, 2, 1, 5, 10, 0, 60, 60, 60, 1, 4))
                .withMessageContaining("too narrow");
    }

    /** Any label that loads has room for the longest stamp, legible and within its area. */
    @Property(tries = 2_000)
    void stock_that_loads_can_be_printed_on(
            @ForAll @DoubleRange(min = 20, max = 80) double width,
            @ForAll @DoubleRange(min = 20, max = 80) double height,
            @ForAll @DoubleRange(max = 10) double strip) {
        try {
            LabelStock stock = single(width, height, strip);
            assertThat(StampDrawing.fits(
                            stock.stampArea(0).getWidth(), stock.stampArea(0).getHeight()))
                    .isTrue();
            assertThat(stock.serialStrip(0).getHeight()).isGreaterThanOrEqualTo(5 - 0.001);
            StampDrawing.of(Sample.content().build().specimen()).draw(PICTURE.createGraphics(), stock.stampArea(0));
        } catch (UnusableStock refused) {
            assertThat(refused.flaw()).isIn(Flaw.TOO_SMALL, Flaw.NO_ROOM_FOR_TEXT, Flaw.NO_ROOM_FOR_SERIAL);
        }
    }

    /** Files whose labels leave 2 mm beside the symbol, which is too little for any text. */
    @ParameterizedTest
    @CsvSource({"22.4, 28.4", "22.4, 46", "25, 31", "30, 36", "36.9, 80"})
    void refuses_a_label_that_is_little_more_than_the_symbol(double width, double height) {
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> single(width, height, 6))
                .withMessageContaining("no room for a stamp's text");
    }

    @Test
    void lengths_are_written_without_an_exponent() throws IOException {
        LabelStock tiny = new LabelStock("TINY-CORNERS", "tiny", 60, 60, 1, 1, 0, 0, 0, 0, 60, 60, 0.00001, 6);
        assertThat(StockFile.write(tiny)).contains("corner.radius=0.000010\n");
        assertThat(read(StockFile.write(tiny))).isEqualTo(tiny);
    }

    @Test
    void a_number_that_is_none_is_refused() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThatExceptionOfType(UnusableStock.class).isThrownBy(() -> single(60, 60, odd));
        }
    }

    private static LabelStock single(double width, double height, double strip) {
        return new LabelStock("SINGLE", "single", width, height, 1, 1, 0, 0, 0, 0, width, height, 1, strip);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        for (LabelStock stock : LabelStocks.builtIn().all()) {
            assertThat(read(StockFile.write(stock))).isEqualTo(stock);
        }
    }

    @Test
    void an_operator_adds_a_kind_by_a_file(@TempDir Path folder) throws IOException {
        String file = StockFile.write(LETTER).replace("US-LETTER-25", "OURS-25");
        Files.writeString(folder.resolve("ours.properties"), file);
        assertThat(LabelStocks.with(folder).find("OURS-25")).isPresent();
        Files.writeString(folder.resolve("again.properties"), file);
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> LabelStocks.with(folder))
                .withMessageContaining("two files have this code");
    }

    @Test
    void every_refusal_names_the_file_that_it_is_about(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.properties");
        for (String content :
                new String[] {StockFile.write(LETTER) + "pitch.x=37\n", "no stock", StockFile.write(LETTER)}) {
            Files.writeString(file, content);
            assertThatExceptionOfType(UnusableStock.class)
                    .isThrownBy(() -> LabelStocks.with(folder))
                    .withMessageContaining("ours.properties");
        }
        Files.write(file, "name=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> LabelStocks.with(folder))
                .withMessage("label stock ours.properties: the file is not UTF-8");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> LabelStocks.with(folder))
                .withMessageContaining("ours.properties: the file cannot be read");
        assertThatExceptionOfType(UnusableStock.class)
                .isThrownBy(() -> LabelStocks.with(folder.resolve("none")))
                .withMessageContaining("the folder cannot be read");
    }

    @Test
    void an_installation_knows_the_folder_that_its_property_names(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("ours.properties"), StockFile.write(LETTER).replace("US-LETTER-25", "OURS-25"));
        assertThat(LabelStocks.known().find("OURS-25")).isEmpty();
        try {
            System.setProperty(LabelStocks.FOLDER_PROPERTY, folder.toString());
            assertThat(LabelStocks.known().find("OURS-25")).isPresent();
            System.setProperty(
                    LabelStocks.FOLDER_PROPERTY, folder.resolve("none").toString());
            assertThat(LabelStocks.known().all())
                    .hasSameSizeAs(LabelStocks.builtIn().all());
        } finally {
            System.clearProperty(LabelStocks.FOLDER_PROPERTY);
        }
    }

    private static LabelStock read(String file) throws IOException {
        return StockFile.read("test", new StringReader(file));
    }
}
