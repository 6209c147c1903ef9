package org.stampwright.postage.order;

import java.nio.charset.StandardCharsets;
import org.stampwright.indicium.trust.Sha256;

/**
 * Decides whether two requests with one idempotency key are the same: SHA-256 over their parts, each preceded by its
 * length.
 */
final class RequestHash {

    private RequestHash() {}

    static byte[] of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            String value = String.valueOf(part);
            text.append(value.length()).append(':').append(value).append(',');
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
