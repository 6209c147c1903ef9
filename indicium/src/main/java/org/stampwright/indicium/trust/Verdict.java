package org.stampwright.indicium.trust;

import java.util.Map;
import java.util.Optional;
import org.stampwright.indicium.Decoded;
import org.stampwright.indicium.SignedIndicium;

/**
 * The result of an offline verification, for a person at a desk. {@link #reason()} is one sentence to read out;
 * {@link #indicium()} is the decoded stamp, if it could be decoded.
 */
public sealed interface Verdict {

    /** Returns the reason, in one sentence. */
    String reason();

    /** Returns the decoded indicium, if it is in our format. */
    Optional<SignedIndicium> indicium();

    /** Returns the verdict in the one word of {@code docs/indicium-format.md}, the same in every implementation. */
    String word();

    /** Returns the decoded fields, as {@link SignedIndicium#fields()} does; empty if the bytes could not be decoded. */
    default Map<String, Object> fields() {
        return indicium().map(SignedIndicium::fields).orElse(Map.of());
    }

    /** Returns whether the stamp may be accepted by all that is known offline. */
    default boolean isGenuine() {
        return this instanceof Genuine;
    }

    /** Signed by a module that the authority certified, and not voided. An earlier use cannot be detected offline. */
    record Genuine(SignedIndicium stamp) implements Verdict {
        @Override
        public String word() {
            return "genuine";
        }

        @Override
        public String reason() {
            return "Signed by a certified module and not voided; only the desk knows whether it was used before.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /**
     * Not signed by a certified module, or signed by one that is certified for another licence, or not in a form that
     * modules sign.
     */
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

    /** Genuine originally, but void since: replaced, refunded or abandoned. */
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

    /**
     * The signature is valid, but the key or the date is in doubt: the desk compares the stamp with the vendor's
     * report.
     */
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

    /** A picture of a stamp, without value. */
    record Specimen(SignedIndicium stamp) implements Verdict {
        @Override
        public String word() {
            return "specimen";
        }

        @Override
        public String reason() {
            return "A specimen without value: registers and signature are zero.";
        }

        @Override
        public Optional<SignedIndicium> indicium() {
            return Optional.of(stamp);
        }
    }

    /**
     * Not enough is known for a verdict; never a reason to refuse a stamp as forged.
     *
     * @param cause for a program
     * @param decoded the decoded bytes
     * @param reason for the user
     */
    record Unknown(Cause cause, Decoded decoded, String reason) implements Verdict {

        /** The cause of an unknown verdict. */
        public enum Cause {
            /** A historic indicium, which is decoded but not verified. */
            HISTORIC,
            /** Bytes that are not a known indicium. */
            UNREADABLE,
            /** There is no trust bundle to verify with. */
            NO_BUNDLE,
            /** The trust bundle is not the authority's, or was changed in transit. */
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
