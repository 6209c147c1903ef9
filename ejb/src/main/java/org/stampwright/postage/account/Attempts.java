package org.stampwright.postage.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts wrong serial numbers per subject (an account or a network) within the last
 * ten minutes by the database's clock. Each attempt is recorded in the transaction that refuses it. That transaction
 * commits, since a refusal is a value; a transaction of its own would take a second connection while the first one
 * waits.
 */
@Stateless
public class Attempts {

    private static final String RECORD =
            "insert into failed_attempt (kind, subject) select :kind, s from unnest(:subjects) s";
    private static final String LATELY = "select count(*) from failed_attempt"
            + " where kind = :kind and subject = :subject and at > now() - interval '10 minutes'";

    private static final String TOO_MANY =
            "select exists (select from unnest(:subjects) s where (" + LATELY.replace(":subject", "s") + ") >= :limit)";

    /** The kinds of attempts that are counted. */
    public enum Kind {
        SERIAL("serial");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    @Inject
    Jdbi jdbi;

    /** Records one attempt for each of the subjects. */
    public void failed(Kind kind, List<String> subjects) {
        jdbi.useHandle(handle -> handle.createUpdate(RECORD)
                .bind("kind", kind.text)
                .bind("subjects", subjects.toArray(String[]::new))
                .execute());
    }

    /** Returns whether one of the subjects had at least that many recent attempts. */
    public boolean tooMany(Kind kind, List<String> subjects, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(TOO_MANY)
                .bind("kind", kind.text)
                .bind("subjects", subjects.toArray(String[]::new))
                .bind("limit", limit)
                .mapTo(Boolean.class)
                .one());
    }

    /** Returns the number of the subject's recent attempts. */
    public int lately(Kind kind, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(LATELY)
                .bind("kind", kind.text)
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
    }
}
