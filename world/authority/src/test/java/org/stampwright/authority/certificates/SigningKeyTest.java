package org.stampwright.authority.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.P256;

class SigningKeyTest {

    private final SecureRandom random = new SecureRandom();

    @RepeatedTest(50)
    void every_signature_has_the_one_form_that_the_rules_take() {
        KeyPair keys = P256.newKeyPair(random);
        byte[] data = new byte[60];
        random.nextBytes(data);
        byte[] signature = new SigningKey(keys.getPrivate()).sign(data);
        assertThat(P256.isCanonical(signature)).isTrue();
        assertThat(P256.verify(keys.getPublic(), data, signature)).isTrue();
        data[0]++;
        assertThat(P256.verify(keys.getPublic(), data, signature)).isFalse();
    }

    @Test
    void the_same_bytes_get_the_same_signature_again() {
        SigningKey key = new SigningKey(P256.newKeyPair(random).getPrivate());
        assertThat(key.sign(new byte[9])).isEqualTo(key.sign(new byte[9]));
    }
}
