package org.stampwright.postage.indicium;

import java.util.UUID;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.PieceColumns;

/**
 * One row of {@code indicium_content}: the exact 72 bytes that may be signed for one piece, and what the piece is for. A
 * row becomes one only if each column says what the bytes say, so nothing here was taken from a column alone but the
 * number of the entry and the order; those are what {@link CommittedEntry#prepare} holds against the seal.
 */
public final class RecordedContent {

    private final long entryNumber;
    private final OrderBinding order;
    private final FrankedPiece piece;

    private RecordedContent(long entryNumber, OrderBinding order, IndiciumContent content) {
        this.entryNumber = entryNumber;
        this.order = order;
        this.piece = FrankedPiece.of(content, order);
    }

    /** The row for a content that an entry is about to record. */
    public static RecordedContent of(IndiciumContent content, long entryNumber, UUID order, int attempt, int line) {
        return new RecordedContent(entryNumber, new OrderBinding(order, attempt, line), content);
    }

    /**
     * A row that was read.
     *
     * @throws Unsealed naming the column that does not say what the bytes say
     */
    static RecordedContent read(
            PieceColumns columns, byte[] bytes, long entryNumber, UUID order, int attempt, int line) {
        try {
            return of(columns.read(bytes), entryNumber, order, attempt, line);
        } catch (IllegalArgumentException differs) {
            throw new Unsealed(columns.psd(), differs.getMessage(), differs);
        }
    }

    /** Serial number of the device. */
    public long psd() {
        return decoded().psdSerial().value();
    }

    public long pieceCount() {
        return decoded().pieceCount();
    }

    /** Of the ledger entry that carries this piece's hash. */
    public long entryNumber() {
        return entryNumber;
    }

    public UUID order() {
        return order.order();
    }

    /** Of the order, at which it was franked. */
    public int attempt() {
        return order.attempt();
    }

    /** Of the order, 1 and up. */
    public int line() {
        return order.line();
    }

    /** Serial number of the medium, without its check character. */
    public String sheet() {
        return decoded().labelSerial().withoutCheck();
    }

    public int position() {
        return decoded().labelPosition();
    }

    /** In mills. */
    public long value() {
        return decoded().postage().mills();
    }

    /** The bytes. */
    public byte[] content() {
        return decoded().encode();
    }

    public IndiciumContent decoded() {
        return piece.content();
    }

    /** The piece as its entry binds it. */
    public FrankedPiece piece() {
        return piece;
    }
}
