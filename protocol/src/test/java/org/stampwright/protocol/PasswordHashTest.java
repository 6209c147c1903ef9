package org.stampwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void the_stored_form_fits_the_password_and_no_other() {
        String stored = PasswordHash.of("correct horse", new SecureRandom()).toString();

        assertThat(stored).startsWith("pbkdf2:210000:").doesNotContain("horse");
        assertThat(PasswordHash.parse(stored).fits("correct horse")).isTrue();
        assertThat(PasswordHash.parse(stored).fits("correct house")).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ() {
        SecureRandom random = new SecureRandom();

        assertThat(PasswordHash.of("correct horse", random).toString())
                .isNotEqualTo(PasswordHash.of("correct horse", random).toString());
    }

    /** PBKDF2 with HMAC-SHA-512 and one iteration, computed by another implementation. */
    @Test
    void the_stored_form_names_the_number_of_iterations() {
        assertThat(PasswordHash.parse("pbkdf2:1:c2FsdA==:hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lI=")
                        .fits("password"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5:1:AA:AA", "pbkdf2:1:AA", "pbkdf2:one:AA:AA", "pbkdf2:1:!:AA", ""})
    void what_is_not_of_this_form_is_refused(String stored) {
        assertThatThrownBy(() -> PasswordHash.parse(stored)).isInstanceOf(IllegalArgumentException.class);
    }
}
