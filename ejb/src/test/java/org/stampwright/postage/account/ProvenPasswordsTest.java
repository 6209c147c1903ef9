package org.stampwright.postage.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.protocol.PasswordHash;

class ProvenPasswordsTest {

    private final SecureRandom random = new SecureRandom();
    private final List<String> derived = new ArrayList<>();
    private final ProvenPasswords passwords = new ProvenPasswords(random, this::fits);
    private final String stored = PasswordHash.of("the password", random).toString();

    private boolean fits(String hash, String password) {
        derived.add(password);
        return PasswordHash.parse(hash).fits(password);
    }

    @Test
    void a_password_that_fitted_is_derived_once() {
        assertThat(passwords.fits(stored, "the password")).isTrue();
        assertThat(passwords.fits(stored, "the password")).isTrue();
        assertThat(passwords.fits(stored, "the password")).isTrue();
        assertThat(derived).containsExactly("the password");
    }

    @Test
    void a_wrong_password_is_derived_and_rejected_each_time() {
        assertThat(passwords.fits(stored, "the password")).isTrue();
        assertThat(passwords.fits(stored, "another")).isFalse();
        assertThat(passwords.fits(stored, "another")).isFalse();
        assertThat(derived).containsExactly("the password", "another", "another");
    }

    @Test
    void the_old_password_is_rejected_as_soon_as_the_stored_hash_changes() {
        assertThat(passwords.fits(stored, "the password")).isTrue();
        String changed = PasswordHash.of("a new password", random).toString();
        assertThat(passwords.fits(changed, "the password")).isFalse();
        assertThat(passwords.fits(changed, "a new password")).isTrue();
    }

    @Test
    void the_same_password_of_another_account_is_derived_for_itself() {
        assertThat(passwords.fits(stored, "the password")).isTrue();
        assertThat(passwords.fits(PasswordHash.of("the password", random).toString(), "the password"))
                .isTrue();
        assertThat(derived).hasSize(2);
    }
}
