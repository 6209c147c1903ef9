package org.stampwright.postage.clock;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Random identifiers (RFC 9562 version 4) from the one generator. They cannot be guessed but are not secret: they
 * appear in URLs.
 */
public final class FreshIds {

    private FreshIds() {}

    public static UUID next(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
