package org.stampwright.vendor.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Counts wrong passwords and serial numbers per subject (an account or an address) within the last ten
 * minutes by the database's clock. Each is recorded in a transaction of its own, because what it belongs to is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {

    /** What can be wrong. */
    public enum Kind {
        SERIAL("serial"), LOGIN("login");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    @PersistenceContext(unitName = "vendor")
    private EntityManager entities;

    /** Records one wrong attempt for each of the subjects. */
    public void failed(Kind kind, List<String> subjects) {
        for (String subject : subjects) {
            entities.createNativeQuery("insert into failed_attempt (kind, subject) values (?1, ?2)")
                    .setParameter(1, kind.text).setParameter(2, subject).executeUpdate();
        }
    }

    /** Whether one of the subjects had that many wrong attempts lately. */
    public boolean tooMany(Kind kind, List<String> subjects, int limit) {
        return subjects.stream().anyMatch(subject -> lately(kind, subject) >= limit);
    }

    /** How many wrong attempts the subject had lately. */
    public int lately(Kind kind, String subject) {
        Number count = (Number) entities.createNativeQuery("select count(*) from failed_attempt"
                + " where kind = ?1 and subject = ?2 and at > now() - interval '10 minutes'")
                .setParameter(1, kind.text).setParameter(2, subject).getSingleResult();
        return count.intValue();
    }
}
