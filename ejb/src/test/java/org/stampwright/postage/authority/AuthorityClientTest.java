package org.stampwright.postage.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.postage.authority.Reply.Answered;
import org.stampwright.postage.authority.Reply.Silent;
import org.stampwright.protocol.LyingAuthority;
import org.stampwright.protocol.LyingAuthority.Signature;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;
import org.stampwright.protocol.Pem;

/** An answer of the authority is accepted only whole, signed by its own key, for this very request. */
class AuthorityClientTest {

    @TempDir
    private static Path folder;

    private final LyingAuthority authority = new LyingAuthority();
    private Clients clients;

    @BeforeEach
    void connect() {
        clients = new Clients(authority, folder, Clock.systemUTC());
        authority.tells(200, "{\"state\": \"granted\"}");
    }

    @AfterEach
    void close() {
        authority.close();
    }

    private Reply asked() {
        return clients.client().put("/v1/psds/1/downloads/2", JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void a_whole_answer_with_a_valid_signature_is_accepted() {
        assertThat(asked()).isInstanceOfSatisfying(Answered.class, answered -> assertThat(
                        answered.body().getString("state"))
                .isEqualTo("granted"));
        authority.tells(404, "{}");
        assertThat(asked()).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.isOk())
                .isFalse());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void an_answer_that_is_wrongly_signed_is_no_answer(Signature lie) {
        authority.signs(lie);
        assertThat(asked()).isInstanceOf(Silent.class);
        assertThat(clients.client().get("/v1/licence")).isInstanceOf(Silent.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void an_answer_that_does_not_arrive_whole_is_no_answer(Manner manner) {
        assertThat(asked()).isInstanceOf(Answered.class);
        authority.sends(manner);
        assertThat(asked()).isInstanceOf(Silent.class);
        assertThat(authority.asked())
                .filteredOn(asked -> asked.startsWith("PUT"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"granted\"", "{\"state\": ", "<html>"})
    void a_signed_answer_that_is_no_object_is_no_answer(String body) {
        authority.tells(200, body);
        assertThat(asked()).isInstanceOf(Silent.class);
    }

    @Test
    void an_unreachable_authority_is_silent() {
        authority.close();
        assertThat(asked()).isInstanceOf(Silent.class);
    }

    @Test
    void a_signing_certificate_of_another_root_is_rejected() {
        TestAuthority other = new TestAuthority();
        servesSigningCertificate(Told.of(200, pem(Certificates.encode(other.signingCertificate()))));
        assertThat(asked()).isInstanceOf(Silent.class);
        assertThatThrownBy(() -> clients.signingCertificate().key()).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_of_the_root_for_another_use_signs_no_answers() {
        KeyPair module = P256.newKeyPair(new SecureRandom());
        servesSigningCertificate(
                Told.of(200, pem(Certificates.encode(authority.keys().certify(77, module.getPublic(), KeyUse.SEAL)))));
        assertThat(asked()).isInstanceOf(Silent.class);
    }

    @Test
    void an_answer_is_rejected_while_the_signing_certificate_is_unreadable_or_missing() {
        for (Told told : new Told[] {
            Told.of(200, ""),
            Told.of(200, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            Told.of(409, "{}"),
            Told.of(500, "{}"),
            Told.of(200, "-").with(Manner.BREAKS_OFF)
        }) {
            servesSigningCertificate(told);
            assertThat(asked()).as(told.toString()).isInstanceOf(Silent.class);
        }
    }

    @Test
    void a_new_signing_certificate_is_fetched_after_an_answer_that_the_old_one_did_not_sign() {
        Told right = Told.of(200, pem(Certificates.encode(authority.keys().signingCertificate())));
        servesSigningCertificate(Told.of(
                200,
                pem(Certificates.encode(authority
                        .keys()
                        .certify(3, P256.newKeyPair(new SecureRandom()).getPublic(), KeyUse.AUTHORITY_SIGNING)))));
        assertThat(asked()).isInstanceOf(Silent.class);
        servesSigningCertificate(right);
        assertThat(asked()).isInstanceOf(Answered.class);
    }

    private void servesSigningCertificate(Told told) {
        authority.serves(LyingAuthority.SIGNING_CERTIFICATE, told);
    }

    private static String pem(byte[] certificate) {
        return Pem.of("CERTIFICATE", certificate);
    }
}
