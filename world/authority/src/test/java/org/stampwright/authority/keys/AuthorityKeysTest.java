package org.stampwright.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;

class AuthorityKeysTest {

    private final AtomicLong serials = new AtomicLong(0xFFFF_FFF0L);

    @TempDir
    private Path folder;

    @Test
    void the_second_start_finds_the_keys_of_the_first() {
        AuthorityKeys first = keys(folder);
        AuthorityKeys second = keys(folder);
        assertThat(second.root()).isEqualTo(first.root());
        assertThat(second.signingKey()).isEqualTo(first.signingKey());
    }

    @Test
    void two_authorities_have_two_roots(@TempDir Path other) {
        assertThat(keys(other).root().getPublicKey())
                .isNotEqualTo(keys(folder).root().getPublicKey());
    }

    @Test
    void a_start_killed_while_it_wrote_leaves_nothing_that_counts_as_keys() throws Exception {
        Files.createDirectory(folder.resolve("keys-half"));
        Files.writeString(folder.resolve("keys-half/root.key.pem"), "half a");
        assertThat(keys(folder).root()).isNotNull();
    }

    @Test
    void private_keys_are_the_owners_alone() throws Exception {
        keys(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/root.key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_signing_certificate_is_the_roots_and_for_signing_alone() {
        AuthorityKeys keys = keys(folder);
        assertThat(Certificates.objection(keys.signing(), KeyUse.AUTHORITY_SIGNING, keys.root()))
                .isEmpty();
        assertThat(Certificates.objection(keys.signing(), KeyUse.INDICIUM, keys.root()))
                .isPresent();
        byte[] signature = P256.sign(keys.signingKey(), new byte[] {1});
        assertThat(P256.verify(keys.signing().getPublicKey(), new byte[] {1}, signature))
                .isTrue();
    }

    @Test
    void a_serial_number_of_32_bits_stays_positive() {
        assertThat(keys(folder).root().getSerialNumber().longValueExact()).isEqualTo(0xFFFF_FFF0L);
    }

    private AuthorityKeys keys(Path in) {
        return AuthorityKeys.in(in, new SecureRandom(), serials::getAndIncrement, Instant.now());
    }
}
