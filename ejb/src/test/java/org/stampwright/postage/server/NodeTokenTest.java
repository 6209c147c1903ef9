package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.P256;

class NodeTokenTest {

    private static final KeyPair KEY = P256.newKeyPair(new SecureRandom());
    private static final KeyPair ANOTHER = P256.newKeyPair(new SecureRandom());
    private static final JOSEObjectType TYPE = new JOSEObjectType("stampwright-node+jwt");

    private final NodeToken token = new NodeToken(
            "alder",
            "birch",
            NodeAct.FRANK,
            Set.of(UUID.randomUUID(), UUID.randomUUID()),
            Instant.ofEpochSecond(5),
            Instant.ofEpochSecond(35));
    private final String text = token.signedBy(signer(KEY));

    private static JWSSigner signer(KeyPair key) {
        try {
            return new ECDSASigner(key.getPrivate(), Curve.P_256);
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    @Test
    void a_signed_token_is_read_back_and_accepted() {
        assertThat(NodeToken.claimedBy(text)).contains(token);
        assertThat(NodeToken.isSigned(text, KEY.getPublic())).isTrue();
    }

    @Test
    void it_is_for_its_receiver_and_its_act_alone() {
        assertThat(token.isFor("birch", NodeAct.FRANK)).isTrue();
        assertThat(token.isFor("cedar", NodeAct.FRANK)).isFalse();
        assertThat(token.isFor("birch", NodeAct.LOOK)).isFalse();
    }

    @Test
    void it_lives_for_half_a_minute_from_its_issue() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        NodeToken issued = NodeToken.issued("alder", "birch", NodeAct.FRANK, token.orders(), now);

        assertThat(issued.isValidAt(now)).isTrue();
        assertThat(issued.isValidAt(now.plusSeconds(29))).isTrue();
        assertThat(issued.isValidAt(now.plusSeconds(30))).isFalse();
    }

    @Test
    void one_from_the_future_is_not_valid_unless_clocks_may_differ_so_far() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(NodeToken.issued("alder", "birch", NodeAct.FRANK, token.orders(), now.plusSeconds(5))
                        .isValidAt(now))
                .isTrue();
        assertThat(NodeToken.issued("alder", "birch", NodeAct.FRANK, token.orders(), now.plusSeconds(6))
                        .isValidAt(now))
                .isFalse();
    }

    @Test
    void one_with_a_longer_life_than_ours_is_never_valid() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(new NodeToken("alder", "birch", NodeAct.FRANK, token.orders(), now, now.plusSeconds(31))
                        .isValidAt(now))
                .isFalse();
        assertThat(new NodeToken("alder", "birch", NodeAct.FRANK, token.orders(), now, Instant.ofEpochSecond(1L << 40))
                        .isValidAt(now))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void a_time_that_no_clock_shows_is_never_valid(long seconds) throws JOSEException {
        String text = signed(
                TYPE, claims().claim("iat", seconds).claim("exp", seconds).build());

        assertThat(NodeToken.claimedBy(text).filter(odd -> odd.isValidAt(Instant.parse("2026-11-23T12:00:00Z"))))
                .isEmpty();
    }

    @Test
    void another_instances_key_is_rejected() {
        assertThat(NodeToken.isSigned(text, ANOTHER.getPublic())).isFalse();
    }

    @Test
    void the_signature_of_one_token_does_not_stand_for_another() {
        NodeToken other =
                new NodeToken("alder", "cedar", NodeAct.FRANK, token.orders(), token.issuedAt(), token.until());
        String[] parts = other.signedBy(signer(KEY)).split("\\.");
        String mixed = parts[0] + "." + parts[1] + "." + text.split("\\.")[2];

        assertThat(NodeToken.claimedBy(mixed)).contains(other);
        assertThat(NodeToken.isSigned(mixed, KEY.getPublic())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a", "a.b.c", "..", "e30.e30.AAAA", "=.=.="})
    void nonsense_is_no_token(String nonsense) {
        assertThat(NodeToken.claimedBy(nonsense)).isEmpty();
        assertThat(NodeToken.isSigned(nonsense, KEY.getPublic())).isFalse();
    }

    @Test
    void an_unsigned_token_is_rejected() {
        assertThat(NodeToken.claimedBy(new PlainJWT(claims().build()).serialize()))
                .isEmpty();
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_none() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims().build());
        forged.sign(new MACSigner(KEY.getPublic().getEncoded()));

        assertThat(NodeToken.claimedBy(forged.serialize())).isEmpty();
        assertThat(NodeToken.isSigned(forged.serialize(), KEY.getPublic())).isFalse();
    }

    @Test
    void a_token_of_another_type_is_none() throws JOSEException {
        String other = signed(JOSEObjectType.JWT, claims().build());

        assertThat(NodeToken.claimedBy(other)).isEmpty();
        assertThat(NodeToken.isSigned(other, KEY.getPublic())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "act", "orders", "iat", "exp"})
    void a_token_without_one_of_its_claims_is_none(String missing) throws JOSEException {
        assertThat(NodeToken.claimedBy(signed(TYPE, claims().build()))).isPresent();
        assertThat(NodeToken.claimedBy(
                        signed(TYPE, claims().claim(missing, null).build())))
                .isEmpty();
    }

    @Test
    void a_token_for_two_receivers_or_of_strange_orders_is_none() throws JOSEException {
        assertThat(NodeToken.claimedBy(signed(
                        TYPE, claims().audience(List.of("birch", "cedar")).build())))
                .isEmpty();
        assertThat(NodeToken.claimedBy(
                        signed(TYPE, claims().claim("orders", List.of("x")).build())))
                .isEmpty();
        assertThat(NodeToken.claimedBy(signed(TYPE, claims().claim("orders", 7).build())))
                .isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("alder")
                .audience("birch")
                .claim("act", "frank")
                .claim("orders", List.of(UUID.randomUUID().toString()))
                .issueTime(new Date(5_000))
                .expirationTime(new Date(35_000));
    }

    private static String signed(JOSEObjectType type, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).build(), claims);
        token.sign(signer(KEY));
        return token.serialize();
    }
}
