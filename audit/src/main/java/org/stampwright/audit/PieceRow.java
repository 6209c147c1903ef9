package org.stampwright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.PieceColumns;

/** A row of {@code indicium_content}, used only if each column equals the bytes. */
record PieceRow(PieceColumns columns, long entryNumber, UUID order, int attempt, int line, byte[] content) {

    static PieceRow read(ResultSet row) throws SQLException {
        return new PieceRow(
                new PieceColumns(
                        row.getLong("psd"),
                        row.getLong("piece_count"),
                        row.getString("sheet"),
                        row.getInt("position"),
                        row.getLong("value")),
                row.getLong("entry_number"),
                row.getObject("order_id", UUID.class),
                row.getInt("attempt"),
                row.getInt("line"),
                row.getBytes("content"));
    }

    /**
     * Returns the piece, bound to the order of its row; adds a finding and returns empty if the row contradicts its
     * bytes.
     */
    Optional<FrankedPiece> piece(Findings findings) {
        try {
            OrderBinding binding = new OrderBinding(order, attempt, line);
            return Optional.of(FrankedPiece.of(columns.read(content), binding));
        } catch (IllegalArgumentException differs) {
            findings.addPsd("I4", columns.psd(), differs.getMessage());
            return Optional.empty();
        }
    }
}
