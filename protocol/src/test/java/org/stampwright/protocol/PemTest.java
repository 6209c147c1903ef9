package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.P256;

class PemTest {

    @Test
    void what_is_written_is_read() {
        byte[] bytes = new byte[200];
        bytes[7] = 9;

        assertThat(Pem.content(Pem.of("CERTIFICATE", bytes), "CERTIFICATE")).isEqualTo(bytes);
    }

    @Test
    void lines_are_64_characters_and_every_line_is_ended() {
        assertThat(Pem.of("CERTIFICATE", new byte[60]))
                .isEqualTo("-----BEGIN CERTIFICATE-----\n" + "A".repeat(64) + "\n" + "A".repeat(16)
                        + "\n-----END CERTIFICATE-----\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAA",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA",
                "-----BEGIN PRIVATE KEY-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----"
            })
    void what_is_not_one_object_of_the_label_is_refused(String text) {
        assertThatThrownBy(() -> Pem.content(text, "PRIVATE KEY")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_private_key_on_p_256_is_read() {
        PrivateKey key = P256.newKeyPair(new SecureRandom()).getPrivate();

        assertThat(Pem.privateKey(Pem.of("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
    }

    @Test
    void a_key_on_another_curve_or_other_bytes_are_no_private_key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        String other =
                Pem.of("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());

        assertThatThrownBy(() -> Pem.privateKey(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.privateKey(Pem.of("PRIVATE KEY", new byte[30])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
