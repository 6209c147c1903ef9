package org.stampwright.postage.clock;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random identifiers (RFC 9562 version 4) from the one generator. Unguessable, but no secret: they stand in addresses. */
public final class FreshIds {

    private FreshIds() {}

    public static UUID next(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
