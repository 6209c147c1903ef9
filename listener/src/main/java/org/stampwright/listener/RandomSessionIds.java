package org.stampwright.listener;

import com.sun.enterprise.util.uuid.UuidGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Session ids of 160 random bits. The server's own generator draws 56 random bits and reveals the time of the login.
 * The web container's {@code session-id-generator-classname} names this class.
 */
public final class RandomSessionIds implements UuidGenerator {

    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String generateUuid() {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    @Override
    public String generateUuid(Object session) {
        return generateUuid();
    }
}
