package org.stampwright.indicium;

import java.nio.ByteBuffer;

/** Writes consecutive fields of given widths; numbers are little-endian. */
final class FieldWriter {

    private final ByteBuffer out;

    FieldWriter(int length) {
        out = ByteBuffer.allocate(length);
    }

    FieldWriter number(long value, int width) {
        for (int i = 0; i < width; i++) {
            out.put((byte) (value >>> 8 * i));
        }
        return this;
    }

    FieldWriter text(String text, int width) {
        return bytes(Ascii.padded(text, width));
    }

    FieldWriter bytes(byte[] bytes) {
        out.put(bytes);
        return this;
    }

    byte[] done() {
        if (out.hasRemaining()) {
            throw new IllegalStateException(out.remaining() + " bytes short of the layout");
        }
        return out.array();
    }
}
