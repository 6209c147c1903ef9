package org.stampwright.postage.indicium;

/**
 * The input of a cryptographic module's signature: a recorded content whose entry bears its owner's seal. Only
 * {@link CommittedEntry#prepare} creates it.
 */
public final class PreparedIndicium {

    private final RecordedContent recorded;

    PreparedIndicium(RecordedContent recorded) {
        this.recorded = recorded;
    }

    public RecordedContent recorded() {
        return recorded;
    }

    /** Returns the 72 bytes to sign. */
    public byte[] content() {
        return recorded.content();
    }
}
