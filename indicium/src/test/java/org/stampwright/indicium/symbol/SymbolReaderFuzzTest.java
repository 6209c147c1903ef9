package org.stampwright.indicium.symbol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;

class SymbolReaderFuzzTest {

    private static final int MOST_SIDE = 160;

    /** Whatever the picture, reading ends with a list. The first byte is the width, each bit of the rest two by two pixels. */
    @FuzzTest(maxDuration = "20s")
    void anyPictureIsRead(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int cells = 1 + (bytes[0] & 0xFF) % (MOST_SIDE / 2);
        int rows = Math.min(MOST_SIDE / 2, (bytes.length - 1) * 8 / cells + 1);
        BufferedImage picture = Pictures.blank(cells * 2 + 8, rows * 2 + 8);
        for (int i = 0; i < Math.min((bytes.length - 1) * 8, cells * rows); i++) {
            if ((bytes[1 + i / 8] >> i % 8 & 1) == 1) {
                int x = 4 + i % cells * 2;
                int y = 4 + i / cells * 2;
                picture.getRaster().setSamples(x, y, 2, 2, 0, new int[4]);
            }
        }
        SymbolReader.read(picture);
    }
}
