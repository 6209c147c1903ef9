package org.stampwright.indicium;

import java.nio.ByteBuffer;

/** Reads consecutive fields of given widths; numbers are little-endian and unsigned. */
final class FieldReader {

    private final ByteBuffer in;

    FieldReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    long number(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (in.get() & 0xFFL) << 8 * i;
        }
        return value;
    }

    String text(int width) {
        return Ascii.read(bytes(width));
    }

    byte[] bytes(int width) {
        byte[] bytes = new byte[width];
        in.get(bytes);
        return bytes;
    }

    byte[] rest() {
        return bytes(in.remaining());
    }
}
