package org.stampwright.audit;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;

/** The valid seal keys: the certificates that the authority publishes, and the server system of each. */
final class SealOwners {

    private final Map<Long, PublicKey> keys = new HashMap<>();
    private final Map<Long, Long> owners = new HashMap<>();

    SealOwners(Connection snapshot, AuthorityRecords authority) throws SQLException {
        authority.bundle().bundle().moduleCertificates().stream()
                .filter(KeyUse.SEAL::isOf)
                .forEach(certificate -> Certificates.serial(certificate)
                        .ifPresent(serial -> keys.put(serial.value(), certificate.getPublicKey())));
        try (PreparedStatement query = snapshot.prepareStatement(
                        "select serial, server_system_id from module_certificate where use = 'seal'"
                                + " and serial is not null");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                owners.put(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    /** Returns why the seal is rejected; a seal by another server system's key is rejected too. */
    Optional<String> objection(SealedEntry sealed) {
        long serial = sealed.entry().sealCertificate().value();
        PublicKey key = keys.get(serial);
        if (key == null) {
            return Optional.of("names a seal certificate that the authority does not publish");
        }
        if (!sealed.isSealedBy(key)) {
            return Optional.of("does not bear the seal of its owner");
        }
        Long owner = owners.get(serial);
        return owner != null && owner == sealed.entry().owner()
                ? Optional.empty()
                : Optional.of("is of owner " + sealed.entry().owner() + " and sealed by the key of "
                        + (owner == null ? "an unknown server system" : "server system " + owner));
    }
}
