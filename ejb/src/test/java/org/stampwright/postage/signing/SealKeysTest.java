package org.stampwright.postage.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.trust.P256;
import org.stampwright.postage.container.Container;
import org.stampwright.postage.container.Database;

class SealKeysTest {

    private static final CertificateSerial SERIAL = new CertificateSerial(7);

    private final PublicKey key = P256.newKeyPair(new SecureRandom()).getPublic();
    private Container container;

    @BeforeEach
    void open() {
        container = new Container(Database.create());
    }

    @AfterEach
    void close() {
        container.close();
    }

    private SealKeys keys(int stalenessMillis) {
        return container
                .with("stampwright.cache.staleness-millis", Integer.toString(stalenessMillis))
                .get(SealKeys.class);
    }

    @Test
    void a_key_is_kept_for_its_certificate_and_its_server_system_alone() {
        SealKeys keys = keys(600_000);
        assertThat(keys.key(SERIAL, 1, () -> Optional.of(key))).contains(key);
        assertThat(keys.key(SERIAL, 1, Optional::empty)).contains(key);
        assertThat(keys.key(SERIAL, 2, Optional::empty)).isEmpty();
        assertThat(keys.key(new CertificateSerial(8), 1, Optional::empty)).isEmpty();
    }

    @Test
    void the_key_of_a_revoked_certificate_is_rejected_within_the_bound() {
        SealKeys keys = keys(300);
        assertThat(keys.key(SERIAL, 1, () -> Optional.of(key))).contains(key);
        await().untilAsserted(
                        () -> assertThat(keys.key(SERIAL, 1, Optional::empty)).isEmpty());
    }

    @Test
    void a_certificate_that_was_rejected_is_read_again() {
        SealKeys keys = keys(600_000);
        assertThat(keys.key(SERIAL, 1, Optional::empty)).isEmpty();
        assertThat(keys.key(SERIAL, 1, () -> Optional.of(key))).contains(key);
    }
}
