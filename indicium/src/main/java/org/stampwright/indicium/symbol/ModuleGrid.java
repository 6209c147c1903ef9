package org.stampwright.indicium.symbol;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The modules of a Data Matrix, sampled from a picture. */
record ModuleGrid(BitMatrix modules) {

    /** The fractions of a module, around its centre, that are sampled. */
    private static final double[] PROBES = {0.3, 0.5, 0.7};

    /** Samples a square of this many modules a side; the corner of the solid edges is the frame's lower left. */
    static ModuleGrid sample(DarkMap picture, Frame frame, int modules) {
        BitMatrix bits = new BitMatrix(modules);
        for (int y = 0; y < modules; y++) {
            for (int x = 0; x < modules; x++) {
                if (isDark(picture, frame, modules, x, y)) {
                    bits.set(x, y);
                }
            }
        }
        return new ModuleGrid(bits);
    }

    /**
     * Returns how well the four edges match those of such a symbol: 0 to 1; another size or rotation gives about 0.75.
     */
    static double likeness(DarkMap picture, Frame frame, int modules) {
        int fitting = 0;
        for (int i = 0; i < modules; i++) {
            fitting += isMiddleDark(picture, frame, modules, 0, i) ? 1 : 0;
            fitting += isMiddleDark(picture, frame, modules, i, modules - 1) ? 1 : 0;
            fitting += isMiddleDark(picture, frame, modules, i, 0) == (i % 2 == 0) ? 1 : 0;
            fitting += isMiddleDark(picture, frame, modules, modules - 1, i) == (i % 2 == 1) ? 1 : 0;
        }
        return fitting / (4.0 * modules);
    }

    private static boolean isMiddleDark(DarkMap picture, Frame frame, int modules, int x, int y) {
        return isDarkAt(picture, frame, (x + 0.5) / modules, (y + 0.5) / modules);
    }

    private static boolean isDark(DarkMap picture, Frame frame, int modules, int x, int y) {
        int dark = 0;
        for (double down : PROBES) {
            for (double across : PROBES) {
                dark += isDarkAt(picture, frame, (x + across) / modules, (y + down) / modules) ? 1 : 0;
            }
        }
        return dark * 2 > PROBES.length * PROBES.length;
    }

    private static boolean isDarkAt(DarkMap picture, Frame frame, double across, double down) {
        return picture.isDark((int) Math.floor(frame.x() + across * frame.acrossX() + down * frame.downX()), (int)
                Math.floor(frame.y() + across * frame.acrossY() + down * frame.downY()));
    }

    /**
     * Returns the bytes, if enough of the modules are right. ZXing's parser also throws undeclared exceptions, for
     * example on a symbol that ends within the length of its segment. An attacker can print such a symbol, so it counts
     * as no symbol.
     */
    Optional<byte[]> decode() {
        try {
            String text = new Decoder().decode(modules).getText();
            return Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (FormatException | ChecksumException | RuntimeException noSymbol) {
            return Optional.empty();
        }
    }
}
