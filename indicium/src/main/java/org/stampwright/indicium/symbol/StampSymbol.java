package org.stampwright.indicium.symbol;

import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.BitSet;
import org.stampwright.indicium.SignedIndicium;

/**
 * The Data Matrix (ISO/IEC 16022, ECC 200) of a stamp: 44 × 44 modules, the 136 bytes in one Base 256 segment. Only
 * ZXing's symbol table, error correction and placement are used; its own high-level encoder needs a larger symbol for
 * one stamp in some 7,500.
 */
public final class StampSymbol {

    /** The number of modules in a row and in a column, without the quiet zone. */
    public static final int MODULES = 44;
    /** The width of the quiet zone on each side, in modules. */
    public static final int QUIET_ZONE = 2;
    /** A module's width in mm: five dots of a printer of 300 dots per inch, ten of one of 600. */
    public static final double MODULE_MM = 25.4 * 5 / 300;
    /** The width of the symbol with its quiet zone in mm: 20.32. */
    public static final double WIDTH_MM = (MODULES + 2 * QUIET_ZONE) * MODULE_MM;

    private static final int REGION = MODULES / 2;
    private static final int LATCH_TO_BASE_256 = 231;
    private static final int PAD = 129;

    private final BitSet dark = new BitSet(MODULES * MODULES);

    private StampSymbol(byte[] bytes) {
        SymbolInfo size = SymbolInfo.lookup(144, SymbolShapeHint.FORCE_SQUARE);
        String codewords = ErrorCorrection.encodeECC200(dataCodewords(bytes, size.getDataCapacity()), size);
        DefaultPlacement placement =
                new DefaultPlacement(codewords, size.getSymbolDataWidth(), size.getSymbolDataHeight());
        placement.place();
        for (int y = 0; y < MODULES; y++) {
            for (int x = 0; x < MODULES; x++) {
                dark.set(y * MODULES + x, isDark(placement, x, y));
            }
        }
    }

    /**
     * Returns the symbol of these bytes.
     *
     * @throws IllegalArgumentException if they are not 136
     */
    public static StampSymbol of(byte[] bytes) {
        if (bytes.length != SignedIndicium.LENGTH) {
            throw new IllegalArgumentException("a stamp's symbol holds 136 bytes, not " + bytes.length);
        }
        return new StampSymbol(bytes);
    }

    /** Returns the symbol of an indicium. */
    public static StampSymbol of(SignedIndicium indicium) {
        return of(indicium.encode());
    }

    /** Returns whether the module in this column and row, both counted from 0 at the top left, is dark. */
    public boolean get(int x, int y) {
        if (x < 0 || y < 0 || x >= MODULES || y >= MODULES) {
            throw new IllegalArgumentException("module " + x + ", " + y + " is outside the symbol");
        }
        return dark.get(y * MODULES + x);
    }

    /**
     * Returns one Base 256 segment with its length, then padding; both randomised by position as the standard requires.
     */
    private static String dataCodewords(byte[] bytes, int capacity) {
        StringBuilder codewords = new StringBuilder(capacity).append((char) LATCH_TO_BASE_256);
        codewords.append(randomised255(bytes.length, 2));
        for (byte b : bytes) {
            codewords.append(randomised255(b & 0xFF, codewords.length() + 1));
        }
        codewords.append((char) PAD);
        while (codewords.length() < capacity) {
            codewords.append(randomised253(codewords.length() + 1));
        }
        return codewords.toString();
    }

    private static char randomised255(int value, int place) {
        return (char) ((value + 149 * place % 255 + 1) % 256);
    }

    private static char randomised253(int place) {
        int padded = PAD + 149 * place % 253 + 1;
        return (char) (padded <= 254 ? padded : padded - 254);
    }

    /**
     * Returns whether a module is dark: four regions, each with a solid left and lower edge and alternating upper and
     * right edges around its data.
     */
    private static boolean isDark(DefaultPlacement placement, int x, int y) {
        int inRegionX = x % REGION;
        int inRegionY = y % REGION;
        if (inRegionX == 0 || inRegionY == REGION - 1) {
            return true;
        }
        if (inRegionY == 0) {
            return inRegionX % 2 == 0;
        }
        if (inRegionX == REGION - 1) {
            return inRegionY % 2 == 1;
        }
        return placement.getBit(x - 1 - x / REGION * 2, y - 1 - y / REGION * 2);
    }
}
