package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.trust.P256;

class NodeTokenTest {

    private static final KeyPair KEY = P256.newKeyPair(new SecureRandom());
    private static final KeyPair ANOTHER = P256.newKeyPair(new SecureRandom());

    private final NodeToken token = new NodeToken(
            "alder", "birch", UUID.fromString("7f0a3a52-5a3e-4a0c-9a64-0d1a5f0f2b11"), Instant.ofEpochSecond(5));
    private final String text = token.signedBy(bytes -> P256.sign(KEY.getPrivate(), bytes));

    @Test
    void what_was_signed_is_read_back_and_believed() {
        assertThat(NodeToken.claimedBy(text)).contains(token);
        assertThat(token.isSignedBy(KEY.getPublic(), text)).isTrue();
    }

    @Test
    void another_instances_key_is_not_believed() {
        assertThat(token.isSignedBy(ANOTHER.getPublic(), text)).isFalse();
    }

    @Test
    void the_signature_of_one_token_does_not_stand_for_another() {
        NodeToken other = new NodeToken("alder", "cedar", token.order(), token.until());
        String otherText = other.signedBy(bytes -> P256.sign(KEY.getPrivate(), bytes));
        String mixed = otherText.split("\\.")[0] + "." + text.split("\\.")[1];
        assertThat(other.isSignedBy(KEY.getPublic(), mixed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a", "a.b.c", "AAhTVy1OT0RFMQ.AAAA", "=.="})
    void nonsense_is_no_token(String nonsense) {
        assertThat(NodeToken.claimedBy(nonsense)).isEmpty();
    }
}
