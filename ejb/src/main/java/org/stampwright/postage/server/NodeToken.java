package org.stampwright.postage.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.stampwright.indicium.trust.P256;

/**
 * What an instance shows when it hands an order over: that it is {@code caller}, speaks to {@code receiver} about this
 * order, until a moment soon. Its text is the Base64 (URL alphabet) of the claims and of the node key's signature over
 * them; the claims start with a format of their own, so that nothing else that a key signs can stand for a token.
 *
 * @param caller name of the instance that hands over
 * @param receiver name of the only instance that may take it
 * @param order that it is about
 * @param until the token is worth nothing from then on; whole seconds
 */
record NodeToken(String caller, String receiver, UUID order, Instant until) {

    private static final String FORMAT = "SW-NODE1";

    /** The token's text, signed by the caller's node key. */
    String signedBy(UnaryOperator<byte[]> nodeKey) {
        byte[] claims = claims();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(claims) + "." + base64.encodeToString(nodeKey.apply(claims));
    }

    /** What a text claims, believed by nobody yet; empty if it is no token at all. */
    static Optional<NodeToken> claimedBy(String text) {
        try {
            String[] parts = text.split("\\.", -1);
            return parts.length == 2 ? Optional.of(read(Base64.getUrlDecoder().decode(parts[0]))) : Optional.empty();
        } catch (IllegalArgumentException | IOException noToken) {
            return Optional.empty();
        }
    }

    /** Whether the text is this token, signed by this key. */
    boolean isSignedBy(PublicKey callersKey, String text) {
        String[] parts = text.split("\\.", -1);
        byte[] claims = Base64.getUrlDecoder().decode(parts[0]);
        return Arrays.equals(claims, claims())
                && P256.verify(callersKey, claims, Base64.getUrlDecoder().decode(parts[1]));
    }

    private byte[] claims() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORMAT);
            out.writeUTF(caller);
            out.writeUTF(receiver);
            out.writeUTF(order.toString());
            out.writeLong(until.getEpochSecond());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static NodeToken read(byte[] claims) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(claims))) {
            if (!FORMAT.equals(in.readUTF())) {
                throw new IllegalArgumentException("not a node token");
            }
            return new NodeToken(
                    in.readUTF(), in.readUTF(), UUID.fromString(in.readUTF()), Instant.ofEpochSecond(in.readLong()));
        }
    }
}
