package org.stampwright.postage.signing;

import java.security.PublicKey;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.postage.indicium.PreparedIndicium;

/**
 * A module with two keys that never leave it. It offers no signature over arbitrary bytes: it signs prepared indicia,
 * seals ledger entries, and requests certificates for its own keys.
 */
public sealed interface CryptographicModule permits KeystoreModule {

    /** Returns the public key for this use, {@code INDICIUM} or {@code SEAL}. */
    PublicKey publicKey(KeyUse use);

    /**
     * Returns the signature of the indicium key, 64 bytes, over exactly the recorded content.
     *
     * @throws ModuleOffline if the module does not sign now
     */
    byte[] sign(PreparedIndicium prepared);

    /**
     * Returns the signature of the seal key, 64 bytes, over the entry.
     *
     * @throws ModuleOffline if the module does not sign now
     */
    byte[] seal(LedgerEntry entry);

    /**
     * Returns a certificate request (PKCS #10, DER) for the key of this use, signed by that key.
     *
     * @param subject the server system's name
     * @throws ModuleOffline if the module does not sign now
     */
    byte[] certificateRequest(KeyUse use, String subject);
}
