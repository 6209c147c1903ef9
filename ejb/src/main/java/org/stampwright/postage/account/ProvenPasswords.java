package org.stampwright.postage.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stampwright.protocol.PasswordHash;

/**
 * Checks passwords, and derives a password that fitted only once in ten minutes: a caller with HTTP Basic sends it with
 * each request, and the derivation is slow on purpose. What it remembers is an HMAC of stored hash and password by a
 * key that never leaves this process, so neither can be found from it. A changed stored hash is a different entry.
 * Wrong passwords are derived each time.
 */
@ApplicationScoped
public class ProvenPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 1000;
    private static final int KEY_BYTES = 32;

    private final Cache<String, Boolean> proven =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final SecretKeySpec key;
    private final BiPredicate<String, String> fits;

    protected ProvenPasswords() {
        this(null, null);
    }

    @Inject
    ProvenPasswords(SecureRandom random) {
        this(random, (stored, password) -> PasswordHash.parse(stored).fits(password));
    }

    ProvenPasswords(SecureRandom random, BiPredicate<String, String> fits) {
        byte[] bytes = new byte[KEY_BYTES];
        if (random != null) {
            random.nextBytes(bytes);
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.fits = fits;
    }

    /** Returns whether this password has this stored hash. */
    boolean fits(String stored, String password) {
        String entry = entry(stored, password);
        if (proven.getIfPresent(entry) != null) {
            return true;
        }
        boolean right = fits.test(stored, password);
        if (right) {
            proven.put(entry, true);
        }
        return right;
    }

    /** A stored hash contains no NUL, so that no two pairs give the same text. */
    private String entry(String stored, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((stored + '\0' + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
