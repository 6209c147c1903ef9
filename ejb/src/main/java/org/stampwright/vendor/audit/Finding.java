package org.stampwright.vendor.audit;

/** One broken invariant that the auditor saw, by name (I1 to I14) and by what it is about. */
public record Finding(String invariant, String subject, String detail) {
}
