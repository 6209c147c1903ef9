package org.stampwright.postage.indicium;

import java.util.UUID;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.PieceColumns;

/**
 * One row of {@code indicium_content}: the exact 72 bytes that may be signed for one piece, and the piece's order, line
 * and sheet. A row is accepted only if its columns match the bytes. Only the entry's number and the order come from
 * columns alone; {@link CommittedEntry#prepare} checks those against the seal.
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

    /** Returns the row for a content that an entry is about to record. */
    public static RecordedContent of(IndiciumContent content, long entryNumber, UUID order, int attempt, int line) {
        return new RecordedContent(entryNumber, new OrderBinding(order, attempt, line), content);
    }

    /**
     * Returns a row read from the database.
     *
     * @throws Unsealed naming the column that contradicts the bytes
     */
    static RecordedContent read(
            PieceColumns columns, byte[] bytes, long entryNumber, UUID order, int attempt, int line) {
        try {
            return of(columns.read(bytes), entryNumber, order, attempt, line);
        } catch (IllegalArgumentException differs) {
            throw new Unsealed(columns.psd(), differs.getMessage(), differs);
        }
    }

    /** Returns the serial number of the device. */
    public long psd() {
        return decoded().psdSerial().value();
    }

    public long pieceCount() {
        return decoded().pieceCount();
    }

    /** Returns the number of the ledger entry that carries this piece's hash. */
    public long entryNumber() {
        return entryNumber;
    }

    public UUID order() {
        return order.order();
    }

    /** Returns the order's attempt at which it was franked. */
    public int attempt() {
        return order.attempt();
    }

    /** Returns the line of the order, from 1. */
    public int line() {
        return order.line();
    }

    /** Returns the serial number of the medium, without its check character. */
    public String sheet() {
        return decoded().labelSerial().withoutCheck();
    }

    public int position() {
        return decoded().labelPosition();
    }

    /** Returns the value in mills. */
    public long value() {
        return decoded().postage().mills();
    }

    /** Returns the bytes. */
    public byte[] content() {
        return decoded().encode();
    }

    public IndiciumContent decoded() {
        return piece.content();
    }

    /** Returns the piece as its entry binds it. */
    public FrankedPiece piece() {
        return piece;
    }
}
