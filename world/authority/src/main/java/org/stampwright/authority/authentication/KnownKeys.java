package org.stampwright.authority.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stampwright.authority.Database;
import org.stampwright.authority.keys.PublicKeys;

/** The keys that vendors sign with. A key never changes its owner or its role, so each is looked up once and cached. */
@ApplicationScoped
public class KnownKeys {

    private final Map<String, Known> found = new ConcurrentHashMap<>();
    private Database database;

    protected KnownKeys() {}

    @Inject
    KnownKeys(Database database) {
        this.database = database;
    }

    record Known(Caller caller, PublicKey publicKey) {

        static Known read(ResultSet row) throws SQLException {
            Caller caller = new Caller(
                    row.getLong("vendor"),
                    row.getString("key_id"),
                    row.getString("role").equals("auditor"));
            try {
                return new Known(caller, PublicKeys.p256(row.getBytes("public_key")));
            } catch (GeneralSecurityException damaged) {
                throw new IllegalStateException("the record of key " + caller.keyId() + " is damaged", damaged);
            }
        }
    }

    Optional<Known> find(String keyId) {
        Known known = found.get(keyId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Known> read =
                database.inTransaction(tx -> tx.one("select * from vendor_key where key_id = ?", Known::read, keyId));
        read.ifPresent(key -> found.put(keyId, key));
        return read;
    }
}
