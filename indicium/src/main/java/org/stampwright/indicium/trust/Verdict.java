package org.stampwright.indicium.trust;

import java.util.Optional;
import org.stampwright.indicium.SignedIndicium;

/**
 * What can be said offline of an indicium, for a person at a desk. {@link #reason()} is one sentence to read out;
 * what the stamp says of itself is in {@link #indicium()} where it could be read.
 */
public sealed interface Verdict {

    /** Why, in one sentence. */
    String reason();

    /** What was read, if it is in our format. */
    Optional<SignedIndicium> indicium();

    /** Whether the stamp may be accepted for all that can be known offline. */
    default boolean isGenuine() {
        return this instanceof Genuine;
    }

    /** Signed by a module that the authority certified, and not voided. It says nothing of an earlier use. */
    record Genuine(SignedIndicium stamp) implements Verdict {
        @Override
        public String reason() {
            return "Signed by a certified module and not voided; whether it was used before, only the desk knows.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** No certified module signed this, or one that is certified for another licence. */
    record Forged(SignedIndicium stamp, String reason) implements Verdict {
        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** Genuine once, and void since: replaced, refunded or abandoned. */
    record Voided(SignedIndicium stamp) implements Verdict {
        @Override
        public String reason() {
            return "This stamp was declared void by the authority.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** The signature fits, but the key or the date is in doubt: the desk compares it with what was reported. */
    record AskTheDesk(SignedIndicium stamp, String reason) implements Verdict {
        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** A picture of a stamp, worth nothing. */
    record Specimen(SignedIndicium stamp) implements Verdict {
        @Override
        public String reason() {
            return "A specimen: registers and signature are zero, it is worth nothing.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** Too little is known here to say anything; never a ground to refuse a stamp as forged. */
    record Unknown(Optional<SignedIndicium> indicium, String reason) implements Verdict {
    }
}
