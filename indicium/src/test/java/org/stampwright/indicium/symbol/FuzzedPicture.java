package org.stampwright.indicium.symbol;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.pdf417.PDF417Writer;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A small picture made from a fuzzer's bytes, so that the reader processes hundreds per second and the fuzzer reaches
 * the code behind the error correction. It is a Data Matrix of any codewords, a PDF417 of any text, or any pixels. The
 * first byte selects the kind, the pixels per module, the size above which it is halved, and whether only a single row
 * or column is left; the second, the symbol's size; the third, the number of flipped modules, followed by two bytes for
 * each; the rest is the content.
 */
final class FuzzedPicture {

    /** Data codewords of the square sizes from 10 to 26 modules, and of 44, which has four regions. */
    private static final int[] CAPACITIES = {3, 5, 8, 12, 18, 22, 30, 36, 44, 144};

    private static final int MOST_TEXT = 40;
    private static final int[] MOST_PIXELS = {16_000_000, 10_000, 2_000, 60};
    private static final int MARGIN = 4;

    private FuzzedPicture() {}

    static Optional<BufferedImage> of(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        int which = bytes[0] & 3;
        int pixels = 2 + (bytes[0] >> 2 & 1);
        int flips = Math.min(bytes[2] & 31, (bytes.length - 3) / 2);
        byte[] content = new byte[bytes.length - 3 - 2 * flips];
        System.arraycopy(bytes, 3 + 2 * flips, content, 0, content.length);
        Optional<boolean[][]> modules =
                switch (which) {
                    case 0, 1 -> Optional.of(dataMatrix(CAPACITIES[(bytes[1] & 0xFF) % CAPACITIES.length], content));
                    case 2 -> pdf417(content);
                    default -> Optional.of(anything(10 + (bytes[1] & 0xFF) % 40, content));
                };
        modules.ifPresent(these -> flip(these, ByteBuffer.wrap(bytes, 3, 2 * flips)));
        return modules.map(these -> cut(draw(these, pixels), bytes[0] >> 5 & 3));
    }

    /** Returns the number of pixels above which the reader halves this picture. */
    static int mostPixels(byte[] bytes) {
        return MOST_PIXELS[bytes[0] >> 3 & 3];
    }

    private static BufferedImage cut(BufferedImage picture, int shape) {
        return switch (shape) {
            case 1 -> picture.getSubimage(picture.getWidth() / 2, 0, 1, picture.getHeight());
            case 2 -> picture.getSubimage(0, picture.getHeight() / 2, picture.getWidth(), 1);
            default -> picture;
        };
    }

    private static void flip(boolean[][] modules, ByteBuffer places) {
        while (places.hasRemaining()) {
            int y = (places.get() & 0xFF) % modules.length;
            int x = (places.get() & 0xFF) % modules[y].length;
            modules[y][x] = !modules[y][x];
        }
    }

    /** Returns the codewords as given, padded with zeros, with valid error correction. */
    private static boolean[][] dataMatrix(int capacity, byte[] content) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < capacity; i++) {
            data.append((char) (i < content.length ? content[i] & 0xFF : 0));
        }
        SymbolInfo size = SymbolInfo.lookup(capacity, SymbolShapeHint.FORCE_SQUARE);
        DefaultPlacement placement = new DefaultPlacement(
                ErrorCorrection.encodeECC200(data.toString(), size),
                size.getSymbolDataWidth(),
                size.getSymbolDataHeight());
        placement.place();
        int region = size.matrixWidth + 2;
        boolean[][] modules = new boolean[size.getSymbolHeight()][size.getSymbolWidth()];
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                modules[y][x] = isDark(placement, region, x, y);
            }
        }
        return modules;
    }

    private static boolean isDark(DefaultPlacement placement, int region, int x, int y) {
        int inX = x % region;
        int inY = y % region;
        if (inX == 0 || inY == region - 1) {
            return true;
        }
        if (inY == 0) {
            return inX % 2 == 0;
        }
        return inX == region - 1 ? inY % 2 == 1 : placement.getBit(x - 1 - x / region * 2, y - 1 - y / region * 2);
    }

    private static Optional<boolean[][]> pdf417(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, MOST_TEXT), StandardCharsets.ISO_8859_1);
        try {
            BitMatrix bits = new PDF417Writer()
                    .encode(
                            text,
                            BarcodeFormat.PDF_417,
                            1,
                            1,
                            Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, 1));
            boolean[][] modules = new boolean[bits.getHeight()][bits.getWidth()];
            for (int y = 0; y < modules.length; y++) {
                for (int x = 0; x < modules[y].length; x++) {
                    modules[y][x] = bits.get(x, y);
                }
            }
            return Optional.of(modules);
        } catch (WriterException | IllegalArgumentException cannotBeWritten) {
            return Optional.empty();
        }
    }

    private static boolean[][] anything(int side, byte[] content) {
        boolean[][] modules = new boolean[side][side];
        for (int i = 0; i < Math.min(side * side, content.length * 8); i++) {
            modules[i / side][i % side] = (content[i / 8] >> i % 8 & 1) == 1;
        }
        return modules;
    }

    private static BufferedImage draw(boolean[][] modules, int pixels) {
        BufferedImage picture =
                Pictures.blank(modules[0].length * pixels + 2 * MARGIN, modules.length * pixels + 2 * MARGIN);
        int[] dark = new int[pixels * pixels];
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules[y].length; x++) {
                if (modules[y][x]) {
                    picture.getRaster().setSamples(MARGIN + x * pixels, MARGIN + y * pixels, pixels, pixels, 0, dark);
                }
            }
        }
        return picture;
    }
}
