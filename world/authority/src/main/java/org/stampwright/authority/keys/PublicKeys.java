package org.stampwright.authority.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.stampwright.authority.Problem;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Sha256;
import org.stampwright.protocol.Pem;

/** Parses public keys: P-256, in PEM or as the DER inside it. */
public final class PublicKeys {

    private static final int KEY_ID_CHARACTERS = 32;

    private PublicKeys() {}

    /** @throws Problem unless the text is one P-256 public key in PEM */
    public static byte[] fromPem(String pem, String member) {
        try {
            return p256(Pem.content(pem, "PUBLIC KEY")).getEncoded();
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            throw Problem.malformed(member + " is not a P-256 public key in PEM.");
        }
    }

    /** @throws GeneralSecurityException if the bytes are not a key on P-256 */
    public static ECPublicKey p256(byte[] der) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        if (key instanceof ECPublicKey ec && P256.isP256(key)) {
            return ec;
        }
        throw new GeneralSecurityException("not a key on P-256");
    }

    /** Derives a key's id from the key itself, so that ids need no records of their own. */
    public static String id(String role, byte[] der) {
        return role + "-" + HexFormat.of().formatHex(Sha256.of(der)).substring(0, KEY_ID_CHARACTERS);
    }
}
