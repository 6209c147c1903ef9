package org.stampwright.postage.comparison;

/**
 * The authority's head of one PSD.
 *
 * @param number of the newest entry at the authority, 0 before the first
 * @param hash of that entry, empty before the first
 * @param granted the sum of all granted downloads, in mills
 */
record AuthorityHead(long psd, long number, byte[] hash, long granted) {

    AuthorityHead {
        hash = hash.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
