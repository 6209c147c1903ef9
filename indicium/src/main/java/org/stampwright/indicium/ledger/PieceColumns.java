package org.stampwright.indicium.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stampwright.indicium.IndiciumContent;

/**
 * The database columns beside a content's bytes, which serve searches. A column alone is not trusted: all readers of a
 * content use {@link #read}.
 *
 * @param psd serial number of the device
 * @param pieceCount of the piece on that device
 * @param sheet serial number of the label or sheet, without its check character
 * @param position on the sheet, 0 on a single label
 * @param value in mills
 */
public record PieceColumns(long psd, long pieceCount, String sheet, int position, long value) {

    /** @throws NullPointerException if {@code sheet} is missing */
    public PieceColumns {
        Objects.requireNonNull(sheet, "sheet");
    }

    /** Returns the columns that must accompany this content. */
    public static PieceColumns of(IndiciumContent content) {
        return new PieceColumns(
                content.psdSerial().value(),
                content.pieceCount(),
                content.labelSerial().withoutCheck(),
                content.labelPosition(),
                content.postage().mills());
    }

    /**
     * Reads the bytes beside these columns.
     *
     * @throws IllegalArgumentException naming PSD, piece and column, if the bytes are not a content or differ from the
     * columns
     */
    public IndiciumContent read(byte[] bytes) {
        IndiciumContent content = decode(bytes);
        PieceColumns sealed = of(content);
        if (!equals(sealed)) {
            throw new IllegalArgumentException(piece() + ": " + difference(sealed));
        }
        return content;
    }

    private IndiciumContent decode(byte[] bytes) {
        try {
            return IndiciumContent.decode(bytes);
        } catch (IllegalArgumentException garbled) {
            throw new IllegalArgumentException(piece() + " cannot be read: " + garbled.getMessage(), garbled);
        }
    }

    private String difference(PieceColumns sealed) {
        return Stream.of(
                        difference("PSD", psd, sealed.psd),
                        difference("piece count", pieceCount, sealed.pieceCount),
                        difference("sheet", sheet, sealed.sheet),
                        difference("position", position, sealed.position),
                        difference("value", value, sealed.value))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> difference(String column, Object here, Object there) {
        return here.equals(there)
                ? Optional.empty()
                : Optional.of("the column for its " + column + " says " + here + ", its content " + there);
    }

    private String piece() {
        return "piece %d of PSD %08d".formatted(pieceCount, psd);
    }
}
