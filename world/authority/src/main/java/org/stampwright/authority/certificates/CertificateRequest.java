package org.stampwright.authority.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.authority.keys.PublicKeys;
import org.stampwright.protocol.Pem;

/**
 * A module's request for a certificate (PKCS #10). An instance exists only after its signature proved that the
 * requester holds the private key.
 *
 * @param use {@code indicium} or {@code seal}
 * @param serverSystem the server system whose module holds the key
 * @param csr DER
 * @param publicKey DER
 */
record CertificateRequest(UUID id, long vendor, String use, String serverSystem, byte[] csr, byte[] publicKey) {

    private static final Set<String> USES = Set.of("indicium", "seal");
    private static final int LONGEST_NAME = 64;

    static CertificateRequest of(UUID id, long vendor, Body body) {
        String use = body.text("use");
        if (!USES.contains(use)) {
            throw Problem.malformed("use must be indicium or seal.");
        }
        String serverSystem = body.text("serverSystem", LONGEST_NAME);
        try {
            byte[] csr = Pem.content(body.text("csr"), "CERTIFICATE REQUEST");
            return new CertificateRequest(id, vendor, use, serverSystem, csr, provenKey(csr));
        } catch (IllegalArgumentException | IOException | GeneralSecurityException unreadable) {
            throw Problem.malformed("csr is not a PEM certificate request for a P-256 key.");
        }
    }

    private static byte[] provenKey(byte[] csr) throws IOException, GeneralSecurityException {
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(csr);
        PublicKey key = PublicKeys.p256(request.getSubjectPublicKeyInfo().getEncoded());
        try {
            if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                return key.getEncoded();
            }
        } catch (OperatorCreationException | PKCSException notVerifiable) {
            throw new GeneralSecurityException(notVerifiable);
        }
        throw Problem.of(400, "no-proof-of-possession", "The certificate request is not signed by its own key.");
    }

    static CertificateRequest read(ResultSet row) throws SQLException {
        return new CertificateRequest(
                row.getObject("id", UUID.class),
                row.getLong("vendor"),
                row.getString("use"),
                row.getString("server_system"),
                row.getBytes("csr"),
                row.getBytes("public_key"));
    }

    boolean sameAs(CertificateRequest other) {
        return vendor == other.vendor
                && use.equals(other.use)
                && serverSystem.equals(other.serverSystem)
                && Arrays.equals(csr, other.csr);
    }
}
