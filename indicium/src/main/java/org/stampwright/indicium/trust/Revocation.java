package org.stampwright.indicium.trust;

import java.time.Instant;
import java.util.Objects;
import org.stampwright.indicium.CertificateSerial;

/**
 * A module certificate that is no longer trusted.
 *
 * @param certificate its serial number
 * @param when in whole seconds; fractions are cut off
 * @param reason why
 */
public record Revocation(CertificateSerial certificate, Instant when, Reason reason) {

    /** The reason of a revocation. */
    public enum Reason {
        /** The key may be known to others: the desk decides about each of its stamps. */
        COMPROMISED(1),
        /** A new key replaced it: earlier stamps stay valid. */
        SUPERSEDED(2);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Reason ofCode(int code) {
            for (Reason reason : values()) {
                if (reason.code == code) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("reason of a revocation must be 1 or 2, not " + code);
        }
    }

    /** Cuts the time to whole seconds. */
    public Revocation {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(reason, "reason");
        when = Instant.ofEpochSecond(when.getEpochSecond());
    }
}
