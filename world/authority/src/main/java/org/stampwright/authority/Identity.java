package org.stampwright.authority;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.stampwright.indicium.trust.Certificates;

/** Keys and database belong together: an authority whose keys were lost or exchanged must not go on with the old books. */
public final class Identity {

    private Identity() {}

    /**
     * Remembers the root at the first start.
     *
     * @throws IllegalStateException if the database is another root's
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
