package org.stampwright.authority.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.stampwright.authority.Database;
import org.stampwright.authority.Transaction;
import org.stampwright.indicium.trust.Sha256;
import org.stampwright.protocol.AuthorityRequest;

/**
 * Remembers which request a nonce belongs to, for longer than any request's time stamp stays within the window. The row
 * may be lost in a disk failure, so the commit does not wait for the disk: a repeated request takes effect only once in
 * any case.
 */
@ApplicationScoped
public class SeenRequests {

    private static final Duration KEPT = VendorAuthentication.WINDOW.multipliedBy(3);
    private static final int BETWEEN_CLEARINGS = 512;

    private final AtomicInteger count = new AtomicInteger();
    private Database database;
    private Clock clock;

    protected SeenRequests() {}

    @Inject
    SeenRequests(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns whether the nonce is new, or came with this very request before. */
    boolean isFresh(AuthorityRequest request) {
        String nonce = HexFormat.of().formatHex(request.nonce());
        byte[] digest = Sha256.of(request.signingBytes());
        Instant now = clock.instant();
        return database.inTransaction(tx -> {
            tx.update("set local synchronous_commit = off");
            clear(tx, now);
            int fresh = tx.update(
                    "insert into request_seen (key_id, nonce, digest, at) values (?, ?, ?, ?) "
                            + "on conflict do nothing",
                    request.keyId(),
                    nonce,
                    digest,
                    now);
            return fresh == 1
                    || MessageDigest.isEqual(
                            digest,
                            tx.one(
                                            "select digest from request_seen where key_id = ? and nonce = ?",
                                            row -> row.getBytes(1),
                                            request.keyId(),
                                            nonce)
                                    .orElseThrow());
        });
    }

    private void clear(Transaction tx, Instant now) throws SQLException {
        if (count.incrementAndGet() % BETWEEN_CLEARINGS == 0) {
            tx.update("delete from request_seen where at < ?", now.minus(KEPT));
        }
    }
}
