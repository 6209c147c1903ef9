package org.stampwright.indicium.trust;

import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.Decoded;
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

    /** The verdict in the one word of {@code docs/indicium-format.md}, the same in every implementation. */
    String word();

    /** The fields of what was read, as {@link SignedIndicium#fields()} gives them; empty if nothing could be read. */
    default Map<String, Object> fields() {
        return indicium().map(SignedIndicium::fields).orElse(Map.of());
    }

    /** Whether the stamp may be accepted for all that can be known offline. */
    default boolean isGenuine() {
        return this instanceof Genuine;
    }

    /** Signed by a module that the authority certified, and not voided. It says nothing of an earlier use. */
    record Genuine(SignedIndicium stamp) implements Verdict {
        @Override
        public String word() {
            return "genuine";
        }

        @Override
        public String reason() {
            return "Signed by a certified module and not voided; whether it was used before, only the desk knows.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** No certified module signed this, or one that is certified for another licence; or no module signs such a thing. */
    record Forged(SignedIndicium stamp, String reason) implements Verdict {
        @Override
        public String word() {
            return "forged";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** Genuine once, and void since: replaced, refunded or abandoned. */
    record Voided(SignedIndicium stamp) implements Verdict {
        @Override
        public String word() {
            return "voided";
        }

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
        public String word() {
            return "ask-the-desk";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /** A picture of a stamp, worth nothing. */
    record Specimen(SignedIndicium stamp) implements Verdict {
        @Override
        public String word() {
            return "specimen";
        }

        @Override
        public String reason() {
            return "A specimen: registers and signature are zero, it is worth nothing.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /**
     * Too little is known here to say anything; never a ground to refuse a stamp as forged.
     *
     * @param cause why, for a program
     * @param decoded what the bytes are
     * @param reason why, for people
     */
    record Unknown(Cause cause, Decoded decoded, String reason) implements Verdict {

        /** Why nothing can be concluded. */
        public enum Cause {
            /** A historic indicium, which is read and not judged. */
            HISTORIC,
            /** Bytes that are no indicium that is known here. */
            UNREADABLE,
            /** There is no trust bundle to judge by. */
            NO_BUNDLE,
            /** The trust bundle is not the authority's, or was changed on its way. */
            BUNDLE_NOT_THE_AUTHORITYS,
            /** The trust bundle's next update is due. */
            STALE,
            /** The clock is behind the trust bundle. */
            NOT_YET,
            /** The certificate that the stamp names is not in the trust bundle as one for indicia. */
            CERTIFICATE_ABSENT
        }

        @Override
        public String word() {
            return "unknown";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return decoded instanceof Decoded.Ours ours ? Optional.of(ours.indicium()) : Optional.empty();
        }

        @Override
        public Map<String, Object> fields() {
            return decoded instanceof Decoded.Historic historic
                    ? historic.indicium().fields()
                    : Verdict.super.fields();
        }
    }
}
