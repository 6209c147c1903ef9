package org.stampwright.cli.stamps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.cli.Refusal;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.protocol.LyingPeer;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** The trust bundle that {@code verify} fetches: one that is not the authority's own lets no stamp be judged. */
class TrustTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final TestAuthority authority = new TestAuthority();
    private final LyingPeer peer = new LyingPeer(asked -> Told.of(200, ""));

    @AfterEach
    void close() {
        peer.close();
    }

    private static byte[] bundle(TestAuthority publisher, TestAuthority signer) {
        return publisher.bundle(1, NOW, signer);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 409, 500})
    void another_status_is_told(int status) {
        peer.follow(asked -> Told.of(status, "a bundle"));
        assertThatThrownBy(() -> Trust.bundle(peer.uri()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("answered " + status);
    }

    @Test
    void an_authority_that_stalls_or_breaks_off_is_said_not_to_answer() {
        for (Manner manner : List.of(Manner.STALLS, Manner.BREAKS_OFF)) {
            peer.follow(asked -> Told.of(200, "a bundle").with(manner));
            assertThatThrownBy(() -> Trust.bundle(peer.uri()))
                    .as(manner.toString())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void what_is_no_bundle_is_told() throws InterruptedException {
        for (String body : List.of("", "<html>", "x".repeat(1000))) {
            peer.follow(asked -> Told.of(200, body));
            byte[] received = Trust.bundle(peer.uri());
            assertThat(received).isEqualTo(body.getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> Trust.verifier(authority.root(), received, Clock.systemUTC()))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_bundle_that_is_not_the_authoritys_judges_nothing() {
        TestAuthority other = new TestAuthority();
        assertThat(objection(bundle(authority, authority))).isFalse();
        for (byte[] lie : List.of(bundle(other, other), bundle(authority, other), bundle(other, authority))) {
            assertThat(objection(lie)).isTrue();
        }
    }

    private boolean objection(byte[] bundle) {
        return Trust.verifier(authority.root(), bundle, Clock.fixed(NOW, ZoneOffset.UTC))
                .bundleObjection()
                .isPresent();
    }
}
