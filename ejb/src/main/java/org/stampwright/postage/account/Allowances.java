package org.stampwright.postage.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What callers may try, as leaky buckets in the database, which all instances share. An attempt is recorded before it
 * is judged, in a transaction of its own: of many attempts at once, no more than the bucket holds are judged. A full
 * bucket delays its caller until it has leaked, and locks nobody out for longer.
 */
@Stateless
public class Allowances {

    private static final String TAKE =
            "insert into allowance as a (kind, subject, drained_at) values (:kind, :subject, now() +"
                    + " make_interval(secs => :seconds))"
                    + " on conflict (kind, subject) do update set drained_at = greatest(a.drained_at, now()) +"
                    + " make_interval(secs => :seconds)"
                    + " where greatest(a.drained_at, now()) + make_interval(secs => :seconds) <= now() +"
                    + " make_interval(secs => :seconds * :burst)"
                    + " returning kind";
    private static final String WAIT =
            "select ceil(extract(epoch from drained_at - now() - make_interval(secs => :seconds * (:burst - 1))))"
                    + " from allowance where kind = :kind and subject = :subject";
    private static final String GIVE_BACK =
            "update allowance set drained_at = drained_at - make_interval(secs => :seconds) where kind = :kind and"
                    + " subject = :subject";
    private static final String PURGE = "delete from allowance where (kind, subject) in"
            + " (select kind, subject from allowance where drained_at < now() limit 1000)";

    /**
     * One bucket.
     *
     * @param kind what is tried
     * @param subject who tries it
     * @param burst how many attempts are taken at once
     * @param interval the time after which one more is taken
     */
    public record Bucket(String kind, String subject, int burst, Duration interval) {

        public double seconds() {
            return interval.toMillis() / 1000.0;
        }
    }

    @Inject
    Jdbi jdbi;

    /** Records one attempt, or returns how long to wait before the next one is taken. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Duration> take(Bucket bucket) {
        return taken(bucket);
    }

    /**
     * Records one attempt in the caller's transaction, or returns how long to wait. For callers that have used the
     * transaction's connection already; others with the same bucket wait until it ends.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Duration> takeWithin(Bucket bucket) {
        return taken(bucket);
    }

    private Optional<Duration> taken(Bucket bucket) {
        return jdbi.withHandle(handle -> {
            boolean taken = handle.createQuery(TAKE)
                    .bindMethods(bucket)
                    .mapTo(String.class)
                    .findFirst()
                    .isPresent();
            return taken
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.max(
                            1,
                            handle.createQuery(WAIT)
                                    .bindMethods(bucket)
                                    .mapTo(Long.class)
                                    .one())));
        });
    }

    /** Takes an attempt back that turned out to be none: the password was right. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void giveBack(Bucket bucket) {
        jdbi.useHandle(
                handle -> handle.createUpdate(GIVE_BACK).bindMethods(bucket).execute());
    }

    /** Removes buckets that have leaked, a page at a time. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int purge() {
        return jdbi.withHandle(handle -> handle.execute(PURGE));
    }
}
