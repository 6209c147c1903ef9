package org.stampwright.postage.indicium;

/**
 * A recorded content with its signature.
 *
 * @param signature 64 bytes
 */
public record SignedPiece(RecordedContent recorded, byte[] signature) {

    public SignedPiece {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }
}
