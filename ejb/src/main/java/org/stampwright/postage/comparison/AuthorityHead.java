package org.stampwright.postage.comparison;

/**
 * What the authority has of one PSD.
 *
 * @param number of the newest entry that it took in, 0 before the first
 * @param hash of that entry, empty before the first
 * @param granted mills of all downloads that it granted
 */
record AuthorityHead(long psd, long number, byte[] hash, long granted) {

    AuthorityHead {
        hash = hash.clone();
    }

    /** A copy. */
    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
