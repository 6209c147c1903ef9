package org.stampwright.postage.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Counts wrong passwords, wrong serial numbers and registrations per subject (an account or an address) within the last
 * ten minutes by the database's clock. Each attempt is recorded in the transaction that refuses it. That transaction
 * commits, since a refusal is a value; a transaction of its own would take a second connection while the first one
 * waits.
 */
@Stateless
public class Attempts {

    /** The kinds of attempts that are counted. */
    public enum Kind {
        SERIAL("serial"),
        LOGIN("login"),
        REGISTRATION("registration");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** Records one attempt for each of the subjects. */
    public void failed(Kind kind, List<String> subjects) {
        for (String subject : subjects) {
            entities.createNativeQuery("insert into failed_attempt (kind, subject) values (?1, ?2)")
                    .setParameter(1, kind.text)
                    .setParameter(2, subject)
                    .executeUpdate();
        }
    }

    /** Returns whether one of the subjects had at least that many recent attempts. */
    public boolean tooMany(Kind kind, List<String> subjects, int limit) {
        return subjects.stream().anyMatch(subject -> lately(kind, subject) >= limit);
    }

    /** Returns the number of the subject's recent attempts. */
    public int lately(Kind kind, String subject) {
        Number count = (Number) entities.createNativeQuery("select count(*) from failed_attempt"
                        + " where kind = ?1 and subject = ?2 and at > now() - interval '10 minutes'")
                .setParameter(1, kind.text)
                .setParameter(2, subject)
                .getSingleResult();
        return count.intValue();
    }
}
