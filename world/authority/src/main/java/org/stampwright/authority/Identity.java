package org.stampwright.authority;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.stampwright.indicium.trust.Certificates;

/**
 * Ties the keys to the database: an authority whose keys were lost or replaced must not continue on the old database.
 */
public final class Identity {

    private Identity() {}

    /**
     * Records the root at the first start.
     *
     * @throws IllegalStateException if the database belongs to another root
     */
    public static void require(Database database, X509Certificate root) {
        byte[] own = Certificates.encode(root);
        byte[] known = database.inTransaction(tx -> {
            tx.update("insert into identity (root) values (?) on conflict do nothing", own);
            return tx.one("select root from identity", row -> row.getBytes(1)).orElseThrow();
        });
        if (!Arrays.equals(own, known)) {
            throw new IllegalStateException("the database belongs to an authority with another root key");
        }
    }
}
