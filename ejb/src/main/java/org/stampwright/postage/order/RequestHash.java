package org.stampwright.postage.order;

import java.nio.charset.StandardCharsets;
import org.stampwright.indicium.trust.Sha256;

/** What makes two requests with one idempotency key the same: SHA-256 of their parts, each with its length before it. */
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
