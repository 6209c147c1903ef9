package org.stampwright.postage.indicium;

import java.util.UUID;
import org.stampwright.indicium.IndiciumContent;

/**
 * One row of {@code indicium_content}: the exact 72 bytes that may be signed for one piece, and whose piece it is.
 *
 * @param psd serial number of the device
 * @param entryNumber of the ledger entry that carries this content's hash
 * @param attempt of the order at which it was franked
 * @param line of the order, 1 and up
 * @param content the bytes
 */
public record RecordedContent(
        long psd,
        long pieceCount,
        long entryNumber,
        UUID order,
        int attempt,
        int line,
        String sheet,
        int position,
        long value,
        byte[] content) {

    public RecordedContent {
        content = content.clone();
    }

    /** The row for a content that an entry is about to record. */
    public static RecordedContent of(IndiciumContent content, long entryNumber, UUID order, int attempt, int line) {
        return new RecordedContent(
                content.psdSerial().value(),
                content.pieceCount(),
                entryNumber,
                order,
                attempt,
                line,
                content.labelSerial().withoutCheck(),
                content.labelPosition(),
                content.postage().mills(),
                content.encode());
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    public IndiciumContent decoded() {
        return IndiciumContent.decode(content);
    }
}
