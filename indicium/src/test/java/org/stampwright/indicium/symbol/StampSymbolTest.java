package org.stampwright.indicium.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.pdf417.PDF417Writer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Sample;

class StampSymbolTest {

    private static final int DOTS = 3;

    @Test
    void threeHundredThousandStampsAllFit() {
        long whole = IntStream.range(0, 300_000).parallel().mapToObj(i -> StampSymbol.of(Sample.realistic(new Random(i))))
                .filter(symbol -> symbol.get(0, 0) && symbol.get(0, 43) && symbol.get(43, 43) && !symbol.get(43, 0)).count();
        assertThat(whole).isEqualTo(300_000);
    }

    @Test
    void tenThousandSymbolsHalfOfThemOfAnyBytesComeBackFromTheirPictures() {
        long back = IntStream.range(0, 10_000).parallel().filter(i -> {
            Random random = new Random(i);
            byte[] bytes = new byte[136];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                bytes = Sample.realistic(random).encode();
            }
            var read = SymbolReader.read(Pictures.of(Pictures.modules(StampSymbol.of(bytes)), DOTS));
            return read.size() == 1 && Arrays.equals(read.get(0).bytes(), bytes);
        }).count();
        assertThat(back).isEqualTo(10_000);
    }

    @Test
    void everyByteValueComesBackAtEveryPlace() {
        for (int value = 0; value < 256; value++) {
            byte[] bytes = new byte[136];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (value + i);
            }
            assertThat(SymbolReader.read(Pictures.of(Pictures.modules(StampSymbol.of(bytes)), DOTS)))
                    .extracting(ReadSymbol::bytes).containsExactly(bytes);
        }
    }

    @Test
    void anotherReaderReadsItToo() throws Exception {
        byte[] bytes = Sample.realistic(new Random(3)).encode();
        BufferedImage picture = Pictures.of(Pictures.modules(StampSymbol.of(bytes)), 5);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        String text = new DataMatrixReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
        assertThat(text.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
    }

    @Test
    void aHistoricPdf417IsRead() throws Exception {
        byte[] bytes = new byte[89];
        new Random(4).nextBytes(bytes);
        BitMatrix bits = new PDF417Writer().encode(new String(bytes, StandardCharsets.ISO_8859_1), BarcodeFormat.PDF_417,
                600, 200);
        BufferedImage picture = Pictures.blank(bits.getWidth() + 40, bits.getHeight() + 40);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    picture.setRGB(x + 20, y + 20, 0);
                }
            }
        }
        assertThat(SymbolReader.read(picture)).singleElement().satisfies(read -> {
            assertThat(read.kind()).isEqualTo(ReadSymbol.Kind.PDF417);
            assertThat(read.bytes()).isEqualTo(bytes);
        });
    }

    @Test
    void otherLengthsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StampSymbol.of(new byte[135]));
        assertThatIllegalArgumentException().isThrownBy(() -> StampSymbol.of(new byte[137]));
        assertThatIllegalArgumentException().isThrownBy(() -> StampSymbol.of(new byte[136]).get(44, 0));
    }
}
