package org.stampwright.postage.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.postage.authority.Clients;
import org.stampwright.protocol.LyingAuthority;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** The trust bundle in a print job is the authority's own, and never older than an earlier one. */
class TrustBundlesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private static Path folder;

    private final LyingAuthority authority = new LyingAuthority();
    private final TrustBundles bundles = new TrustBundles();
    private final byte[] five = right(5);
    private final byte[] six = right(6);
    private Instant now = NOW;

    @BeforeEach
    void connect() {
        bundles.root = new Clients(authority, folder, Clock.systemUTC()).root();
        bundles.authority = authority.uri().toString();
        comeBackLater();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    /** Moves the clock past the time for which a bundle counts as fresh. */
    private void comeBackLater() {
        now = now.plus(Duration.ofMinutes(1));
        bundles.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private static byte[] bundle(TestAuthority publisher, TestAuthority signer, long number) {
        return publisher.bundle(number, NOW, signer);
    }

    private byte[] right(long number) {
        return bundle(authority.keys(), authority.keys(), number);
    }

    private void serves(int status, byte[] body, Manner manner) {
        authority.serves(LyingAuthority.TRUST_BUNDLE, new Told(status, Map.of(), body, manner));
    }

    @Test
    void the_newest_is_handed_out_and_an_older_one_never_takes_its_place() {
        serves(200, five, Manner.WHOLE);
        assertThat(bundles.newest()).hasValue(five);
        comeBackLater();
        serves(200, right(4), Manner.WHOLE);
        assertThat(bundles.newest()).hasValue(five);
        comeBackLater();
        serves(200, six, Manner.WHOLE);
        assertThat(bundles.newest()).hasValue(six);
    }

    @Test
    void a_bundle_that_is_not_the_authoritys_is_never_handed_out() {
        TestAuthority other = new TestAuthority();
        byte[] changed = six.clone();
        changed[20] ^= 1;
        for (byte[] lie : List.of(
                bundle(other, other, 6),
                bundle(authority.keys(), other, 6),
                bundle(other, authority.keys(), 6),
                changed,
                new byte[0],
                "<html>".getBytes(StandardCharsets.US_ASCII))) {
            comeBackLater();
            serves(200, lie, Manner.WHOLE);
            assertThat(bundles.newest()).isEmpty();
        }
        serves(200, five, Manner.WHOLE);
        assertThat(bundles.newest()).isPresent();
        comeBackLater();
        serves(200, bundle(other, other, 6), Manner.WHOLE);
        assertThat(bundles.newest()).hasValue(five);
    }

    @Test
    void an_answer_without_a_bundle_or_no_answer_leaves_the_current_one() {
        serves(200, five, Manner.WHOLE);
        assertThat(bundles.newest()).isPresent();
        for (int status : new int[] {409, 500, 404, 302}) {
            comeBackLater();
            serves(status, six, Manner.WHOLE);
            assertThat(bundles.newest()).as("HTTP " + status).hasValue(five);
        }
        for (Manner manner : new Manner[] {Manner.STALLS, Manner.BREAKS_OFF, Manner.ENDLESS}) {
            comeBackLater();
            serves(200, six, manner);
            assertThat(bundles.newest()).as(manner.toString()).hasValue(five);
        }
    }
}
