package org.stampwright.authority.vendor;

import java.util.Arrays;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.authority.keys.PublicKeys;

/** The particulars of a new vendor: keys as DER, the opening balance in mills. */
record Registration(String name, byte[] enrolmentKey, byte[] auditorKey, long openingBalance, long postcode) {

    /** 10<sup>12</sup> mills: far above any account, far below the limit of a {@code long}. */
    private static final long MOST = 1_000_000_000_000L;

    private static final long LAST_POSTCODE = 0xFFFF_FFFFL;

    static Registration of(Body body) {
        byte[] enrolment = PublicKeys.fromPem(body.text("enrolmentKey"), "enrolmentKey");
        byte[] auditor = PublicKeys.fromPem(body.text("auditorKey"), "auditorKey");
        if (Arrays.equals(enrolment, auditor)) {
            throw Problem.malformed("enrolmentKey and auditorKey must differ.");
        }
        return new Registration(
                body.text("name"),
                enrolment,
                auditor,
                body.number("openingBalance", 0, MOST),
                body.number("postcode", 0, LAST_POSTCODE));
    }

    /** Returns whether an already registered vendor has these particulars. */
    boolean describes(Vendor vendor, byte[] itsAuditorKey) {
        return name.equals(vendor.name())
                && openingBalance == vendor.openingBalance()
                && postcode == vendor.licensingPostcode()
                && Arrays.equals(auditorKey, itsAuditorKey);
    }
}
