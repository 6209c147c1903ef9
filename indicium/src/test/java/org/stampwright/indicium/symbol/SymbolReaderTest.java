package org.stampwright.indicium.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolReaderTest {

    /** Pictures for each kind of damage; docs/indicium-format.md has the results of {@code -Dtries=10000}. */
    private static final int TRIES = Integer.getInteger("tries", 1_000);

    private final Random random = new Random(20260214);

    @Test
    void reads_what_is_written() {
        assertThat(lost((modules, random) -> Pictures.of(modules))).isZero();
    }

    /** One in some 2,500 has all 29 flips in 29 codewords, one more than can be corrected. */
    @Test
    void reads_with_one_and_a_half_percent_of_the_modules_flipped_nine_hundred_and_ninety_nine_times_of_a_thousand() {
        assertThat(lost((modules, random) -> Pictures.of(Pictures.flipped(modules, 29, random))))
                .isLessThanOrEqualTo(TRIES / 1_000);
    }

    @Test
    void reads_with_a_blank_stripe_of_five_percent_of_the_width_nine_hundred_and_ninety_times_of_a_thousand() {
        assertThat(lost((modules, random) -> Pictures.striped(Pictures.of(modules), random)))
                .isLessThan(TRIES / 100);
    }

    @Test
    void reads_with_a_turn_of_up_to_three_degrees() {
        assertThat(lost((modules, random) -> Pictures.turned(Pictures.of(modules), random.nextDouble(-3, 3))))
                .isZero();
    }

    @Test
    void reads_in_any_turn() {
        assertThat(lost((modules, random) -> Pictures.turned(Pictures.of(modules), random.nextDouble(360))))
                .isZero();
    }

    @Test
    void finds_all_thirty_on_a_page() {
        BufferedImage page = Pictures.blank(2550, 3300);
        Graphics2D g = page.createGraphics();
        byte[][] written = new byte[30][];
        for (int i = 0; i < 30; i++) {
            written[i] = bytes();
            g.drawImage(
                    Pictures.of(Pictures.modules(StampSymbol.of(written[i]))),
                    100 + i % 3 * 800,
                    100 + i / 3 * 310,
                    null);
        }
        g.dispose();
        assertThat(SymbolReader.read(page)).extracting(ReadSymbol::bytes).containsExactly(written);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1})
    void a_page_that_lies_a_little_aslant_is_read_row_by_row(double degrees) {
        BufferedImage page = Pictures.blank(2550, 1200);
        Graphics2D g = page.createGraphics();
        g.rotate(Math.toRadians(degrees), 1275, 600);
        byte[][] written = new byte[9][];
        for (int i = 0; i < 9; i++) {
            written[i] = bytes();
            g.drawImage(
                    Pictures.of(Pictures.modules(StampSymbol.of(written[i]))),
                    100 + i % 3 * 1000,
                    100 + i / 3 * 310,
                    null);
        }
        g.dispose();
        assertThat(SymbolReader.read(page)).extracting(ReadSymbol::bytes).containsExactly(written);
    }

    @Test
    void reads_a_large_picture_of_a_printer_of_six_hundred_dots() {
        BufferedImage page = Pictures.blank(4960, 4000);
        byte[] bytes = bytes();
        Graphics2D g = page.createGraphics();
        g.drawImage(Pictures.of(Pictures.modules(StampSymbol.of(bytes)), 10), 3001, 2003, null);
        g.dispose();
        assertThat(SymbolReader.read(page)).singleElement().satisfies(symbol -> {
            assertThat(symbol.bytes()).isEqualTo(bytes);
            assertThat(symbol.bounds().getX()).isBetween(3015.0, 3027.0);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 16000001", "16000001, 1", "2, 8000001"})
    void a_long_picture_of_one_pixels_width_or_height_holds_nothing(int width, int height) {
        assertThat(SymbolReader.read(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY)))
                .isEmpty();
    }

    @Test
    void a_symbol_is_read_from_a_picture_that_is_halved() {
        byte[] bytes = bytes();
        BufferedImage picture = Pictures.of(Pictures.modules(StampSymbol.of(bytes)));
        assertThat(SymbolReader.read(picture, 20_000))
                .extracting(ReadSymbol::bytes)
                .containsExactly(bytes);
    }

    @Test
    void finds_nothing_on_a_blank_page() {
        assertThat(SymbolReader.read(Pictures.blank(500, 500))).isEmpty();
        assertThat(SymbolReader.read(Pictures.blank(1, 1))).isEmpty();
    }

    @Test
    void a_symbol_that_ends_within_the_length_of_its_segment_is_none() {
        byte[] latchAndHalfALength = {0, 0, 0, 66, (byte) 231, (byte) 187};
        assertThat(FuzzedPicture.of(latchAndHalfALength))
                .hasValueSatisfying(
                        picture -> assertThat(SymbolReader.read(picture)).isEmpty());
    }

    /** Returns how many of the tries, on all cores, are not read or are read wrong; each run uses the same ones. */
    private static long lost(BiFunction<boolean[][], RandomGenerator, BufferedImage> print) {
        long lost = IntStream.range(0, TRIES)
                .parallel()
                .filter(seed -> {
                    Random random = new Random(seed);
                    byte[] bytes = bytes(random);
                    var read = SymbolReader.read(print.apply(Pictures.modules(StampSymbol.of(bytes)), random));
                    return read.size() != 1 || !Arrays.equals(read.get(0).bytes(), bytes);
                })
                .count();
        System.getLogger(SymbolReaderTest.class.getName()).log(Level.INFO, "{0} of {1} lost", lost, TRIES);
        return lost;
    }

    private byte[] bytes() {
        return bytes(random);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[136];
        random.nextBytes(bytes);
        return bytes;
    }
}
