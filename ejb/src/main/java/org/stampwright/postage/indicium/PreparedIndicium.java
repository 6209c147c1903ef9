package org.stampwright.postage.indicium;

/**
 * What a cryptographic module signs: a recorded content whose entry bears its owner's seal. It cannot be had otherwise,
 * see {@link CommittedEntry#prepare}.
 */
public final class PreparedIndicium {

    private final RecordedContent recorded;

    PreparedIndicium(RecordedContent recorded) {
        this.recorded = recorded;
    }

    public RecordedContent recorded() {
        return recorded;
    }

    /** The 72 bytes to be signed. */
    public byte[] content() {
        return recorded.content();
    }
}
