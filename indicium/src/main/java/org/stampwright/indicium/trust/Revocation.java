package org.stampwright.indicium.trust;

import java.time.Instant;
import java.util.Objects;
import org.stampwright.indicium.CertificateSerial;

/**
 * A module certificate that is not to be relied on any more.
 *
 * @param certificate its serial number
 * @param when in whole seconds; what is finer is cut off
 * @param reason why
 */
public record Revocation(CertificateSerial certificate, Instant when, Reason reason) {

    /** Why a certificate was revoked. */
    public enum Reason {
        /** The key may be in other hands: every stamp of it is for the desk to judge. */
        COMPROMISED(1),
        /** A new key took its place: stamps made before stay good. */
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
