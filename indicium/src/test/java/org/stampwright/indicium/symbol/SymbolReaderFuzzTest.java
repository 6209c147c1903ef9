package org.stampwright.indicium.symbol;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SymbolReaderFuzzTest {

    /** Reading any picture returns a list. */
    @FuzzTest(maxDuration = "1m")
    void any_picture_is_read(byte[] bytes) {
        FuzzedPicture.of(bytes).ifPresent(picture -> SymbolReader.read(picture, FuzzedPicture.mostPixels(bytes)));
    }
}
