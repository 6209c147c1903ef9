package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.protocol.LyingAuthority;
import org.stampwright.protocol.LyingAuthority.Signature;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/** The auditor accepts the authority's records only if they are signed and complete; otherwise the audit fails. */
class AuthorityRecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final LyingAuthority authority = new LyingAuthority();

    @BeforeEach
    void tellTheTruth() {
        serves(200, bundle(authority.keys(), authority.keys()), Manner.WHOLE);
        authority.tells(200, "[]");
    }

    @AfterEach
    void close() {
        authority.close();
    }

    private static byte[] bundle(TestAuthority publisher, TestAuthority signer) {
        return publisher.bundle(1, NOW, signer);
    }

    private void serves(int status, byte[] bytes, Manner manner) {
        authority.serves(LyingAuthority.TRUST_BUNDLE, new Told(status, Map.of(), bytes, manner));
    }

    private AuthorityRecords read() throws IOException, InterruptedException {
        return read(Optional.empty(), List.of());
    }

    private AuthorityRecords read(Optional<Checkpoint> since, List<VoidRow> voids)
            throws IOException, InterruptedException {
        return AuthorityRecords.read(
                new AuthorityRecords.Access(
                        authority.uri(),
                        authority.keys().root(),
                        LyingAuthority.KEY_ID,
                        authority.vendors().getPrivate(),
                        Clock.systemUTC(),
                        new SecureRandom()),
                new Opening(NOW, 1, since, List.of(), List.of(), voids, List.of()));
    }

    private void isNotBelieved(String what) {
        ThrowingCallable reading = this::read;
        assertThatThrownBy(reading).as(what).isInstanceOf(IOException.class);
    }

    @Test
    void records_that_are_signed_and_complete_are_read() throws Exception {
        assertThat(read().devices()).isEmpty();
        assertThat(authority.asked())
                .containsExactly("GET " + LyingAuthority.TRUST_BUNDLE, "GET /v1/psds", "GET /v1/voids");
    }

    @Test
    void after_a_checkpoint_what_was_decided_since_is_read_and_what_was_closed_since_is_asked_for() {
        VoidRow closed = new VoidRow("3f0c1b52-0000-4000-8000-000000000003", 17, 1, "voided", null);
        Optional<Checkpoint> checkpoint = Optional.of(new Checkpoint(1, NOW, Map.of()));
        assertThatThrownBy(() -> read(checkpoint, List.of(closed)))
                .as("the list is not the void that was asked for")
                .isInstanceOf(IOException.class);
        assertThat(authority.asked())
                .containsExactly(
                        "GET " + LyingAuthority.TRUST_BUNDLE,
                        "GET /v1/psds",
                        "GET /v1/voids?since=2026-11-23T11%3A40%3A00Z",
                        "GET /v1/voids/" + closed.id());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void a_list_with_a_wrong_signature_is_rejected(Signature lie) {
        authority.signs(lie);
        isNotBelieved(lie.toString());
    }

    @Test
    void a_trust_bundle_of_another_signer_is_rejected() {
        TestAuthority other = new TestAuthority();
        for (byte[] lie : List.of(
                bundle(other, other),
                bundle(authority.keys(), other),
                bundle(other, authority.keys()),
                new byte[0],
                new byte[] {1, 2, 3})) {
            serves(200, lie, Manner.WHOLE);
            isNotBelieved("a bundle of " + lie.length + " bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 409, 500})
    void an_answer_of_another_status_is_reported(int status) {
        authority.tells(status, "[]");
        isNotBelieved("lists with HTTP " + status);
        serves(status, bundle(authority.keys(), authority.keys()), Manner.WHOLE);
        isNotBelieved("a bundle with HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "7",
                "{\"psds\": 7}",
                "[7]",
                "[{}]",
                "[{\"psdSerial\": 17}]",
                "[{\"psdSerial\": \"x\", \"head\": {\"number\": 0, \"hash\": \"\"}}]",
                "[{\"psdSerial\": 17, \"head\": {\"number\": 1e30, \"hash\": \"\"}}]"
            })
    void signed_lists_that_cannot_be_read_are_reported(String body) {
        authority.tells(200, body);
        isNotBelieved(body);
    }

    @Test
    void an_incomplete_answer_is_reported() {
        authority.sends(Manner.BREAKS_OFF);
        isNotBelieved("a list that breaks off");
        authority.close();
        isNotBelieved("nothing at all");
    }

    @Test
    void an_authority_that_stalls_or_answers_endlessly_times_out() {
        for (Manner manner : List.of(Manner.STALLS, Manner.ENDLESS)) {
            serves(200, bundle(authority.keys(), authority.keys()), manner);
            isNotBelieved(manner.toString());
        }
    }
}
