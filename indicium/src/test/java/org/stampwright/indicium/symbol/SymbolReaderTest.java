package org.stampwright.indicium.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SymbolReaderTest {

    private static final int TRIES = 200;
    private final Random random = new Random(20260214);

    @Test
    void readsWhatIsWritten() {
        assertThat(lost(TRIES, Pictures::of)).isZero();
    }

    @Test
    void readsWithOneAndAHalfPercentOfTheModulesFlipped() {
        assertThat(lost(TRIES, modules -> Pictures.of(Pictures.flipped(modules, 29, random)))).isZero();
    }

    @Test
    void readsWithABlankStripeOfFivePercentOfTheWidthNineHundredAndNinetyTimesOfAThousand() {
        assertThat(lost(TRIES, modules -> Pictures.striped(Pictures.of(modules), random))).isLessThanOrEqualTo(TRIES / 100);
    }

    @Test
    void readsWithATurnOfUpToThreeDegrees() {
        assertThat(lost(TRIES, modules -> Pictures.turned(Pictures.of(modules), random.nextDouble(-3, 3)))).isZero();
    }

    @Test
    void readsInAnyTurn() {
        assertThat(lost(TRIES, modules -> Pictures.turned(Pictures.of(modules), random.nextDouble(360)))).isZero();
    }

    @Test
    void findsAllThirtyOnAPage() {
        BufferedImage page = Pictures.blank(2550, 3300);
        Graphics2D g = page.createGraphics();
        byte[][] written = new byte[30][];
        for (int i = 0; i < 30; i++) {
            written[i] = bytes();
            g.drawImage(Pictures.of(Pictures.modules(StampSymbol.of(written[i]))), 100 + i % 3 * 800, 100 + i / 3 * 310, null);
        }
        g.dispose();
        assertThat(SymbolReader.read(page)).extracting(ReadSymbol::bytes).containsExactly(written);
    }

    @Test
    void readsALargePictureOfAPrinterOfSixHundredDots() {
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

    @Test
    void findsNothingOnABlankPage() {
        assertThat(SymbolReader.read(Pictures.blank(500, 500))).isEmpty();
        assertThat(SymbolReader.read(Pictures.blank(1, 1))).isEmpty();
    }

    private int lost(int tries, Function<boolean[][], BufferedImage> print) {
        int lost = 0;
        for (int i = 0; i < tries; i++) {
            byte[] bytes = bytes();
            BufferedImage picture = print.apply(Pictures.modules(StampSymbol.of(bytes)));
            var read = SymbolReader.read(picture);
            if (read.size() != 1 || !Arrays.equals(read.get(0).bytes(), bytes)) {
                lost++;
            }
        }
        return lost;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[136];
        random.nextBytes(bytes);
        return bytes;
    }
}
