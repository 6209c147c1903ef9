package org.stampwright.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.P256;

class SigningKeyTest {

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_signature_has_the_one_form_that_the_rules_take(boolean byBouncyCastle) {
        for (int i = 0; i < 50; i++) {
            checkOneSignature(byBouncyCastle);
        }
    }

    private void checkOneSignature(boolean byBouncyCastle) {
        KeyPair keys = P256.newKeyPair(random);
        byte[] data = new byte[60];
        random.nextBytes(data);
        byte[] signature = new SigningKey(keys.getPrivate(), byBouncyCastle).sign(data);
        assertThat(P256.isCanonical(signature)).isTrue();
        assertThat(P256.verify(keys.getPublic(), data, signature)).isTrue();
        data[0]++;
        assertThat(P256.verify(keys.getPublic(), data, signature)).isFalse();
    }

    @Test
    void bouncy_castle_gives_the_same_bytes_the_same_signature_again() {
        SigningKey key = new SigningKey(P256.newKeyPair(random).getPrivate(), true);
        assertThat(key.sign(new byte[9])).isEqualTo(key.sign(new byte[9]));
    }
}
