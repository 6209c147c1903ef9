package org.stampwright.vendor.psd;

/** A PSD that this instance owns: its epoch, its lease, and the two that are at work on it. */
record OwnedPsd(long serial, long epoch, Lease lease, PsdOwner owner, PsdReleaser releaser) {
}
