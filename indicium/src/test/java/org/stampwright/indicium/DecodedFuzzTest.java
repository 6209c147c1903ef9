package org.stampwright.indicium;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class DecodedFuzzTest {

    /** Any bytes decode to a result, and our own format encodes to the same bytes again. */
    @FuzzTest(maxDuration = "1m")
    void any_bytes_have_an_answer(byte[] bytes) {
        Decoded decoded = Decoded.of(bytes);
        if (decoded instanceof Decoded.Ours ours
                && !Arrays.equals(ours.indicium().encode(), bytes)) {
            throw new AssertionError("two encodings of " + ours.indicium().content());
        }
        if (decoded instanceof Decoded.Historic historic) {
            historic.indicium().fields();
            historic.indicium().isSpecimen();
        }
    }
}
