package org.stampwright.indicium.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.datamatrix.decoder.Decoder;
import com.google.zxing.pdf417.PDF417Writer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Sample;

class StampSymbolTest {

    private static final int DOTS = Pictures.DOTS;

    @Test
    void three_hundred_thousand_stamps_all_fit() {
        assertThat(whole(300_000, StampSymbolTest::stamp)).isEqualTo(300_000);
    }

    @Test
    void ten_thousand_times_any_bytes_fit() {
        assertThat(whole(10_000, StampSymbolTest::anyBytes)).isEqualTo(10_000);
    }

    @Test
    void ten_thousand_stamps_come_back_from_their_pictures() {
        assertThat(back(10_000, StampSymbolTest::stamp)).isEqualTo(10_000);
    }

    @Test
    void ten_thousand_times_any_bytes_come_back_from_their_pictures() {
        assertThat(back(10_000, StampSymbolTest::anyBytes)).isEqualTo(10_000);
    }

    /** Returns how many of these symbols another decoder reads correctly without any error correction. */
    private static long whole(int many, IntFunction<byte[]> bytes) {
        return IntStream.range(0, many)
                .parallel()
                .mapToObj(bytes)
                .filter(written -> {
                    try {
                        DecoderResult read = new Decoder().decode(Pictures.modules(StampSymbol.of(written)));
                        return read.getErrorsCorrected() == 0
                                && Arrays.equals(read.getText().getBytes(StandardCharsets.ISO_8859_1), written);
                    } catch (ReaderException unreadable) {
                        return false;
                    }
                })
                .count();
    }

    /** Returns how many of these symbols are read correctly from their pictures. */
    private static long back(int many, IntFunction<byte[]> bytes) {
        return IntStream.range(0, many)
                .parallel()
                .mapToObj(bytes)
                .filter(written -> {
                    var read = SymbolReader.read(Pictures.of(Pictures.modules(StampSymbol.of(written)), DOTS));
                    return read.size() == 1 && Arrays.equals(read.get(0).bytes(), written);
                })
                .count();
    }

    private static byte[] stamp(int seed) {
        return Sample.realistic(new Random(seed)).encode();
    }

    private static byte[] anyBytes(int seed) {
        byte[] bytes = new byte[136];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void every_byte_value_comes_back_at_every_place() {
        for (int value = 0; value < 256; value++) {
            byte[] bytes = new byte[136];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (value + i);
            }
            assertThat(SymbolReader.read(Pictures.of(Pictures.modules(StampSymbol.of(bytes)), DOTS)))
                    .extracting(ReadSymbol::bytes)
                    .containsExactly(bytes);
        }
    }

    @Test
    void another_reader_reads_it_too() throws Exception {
        byte[] bytes = Sample.realistic(new Random(3)).encode();
        BufferedImage picture = Pictures.of(Pictures.modules(StampSymbol.of(bytes)), 5);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        String text = new DataMatrixReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
        assertThat(text.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
    }

    @Test
    void a_historic_pdf_417_is_read() throws Exception {
        byte[] bytes = new byte[89];
        new Random(4).nextBytes(bytes);
        BitMatrix bits = new PDF417Writer()
                .encode(new String(bytes, StandardCharsets.ISO_8859_1), BarcodeFormat.PDF_417, 600, 200);
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
    void other_lengths_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StampSymbol.of(new byte[135]));
        assertThatIllegalArgumentException().isThrownBy(() -> StampSymbol.of(new byte[137]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StampSymbol.of(new byte[136]).get(44, 0));
    }
}
