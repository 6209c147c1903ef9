package org.stampwright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.PieceColumns;

/** A row of {@code indicium_content}, used only if each column equals the bytes. */
final class PieceRow {

    private PieceRow() {}

    /**
     * Returns the piece, bound to the order of its row; adds a finding and returns empty if the row contradicts its
     * bytes.
     */
    static Optional<FrankedPiece> read(ResultSet row, Findings findings) throws SQLException {
        PieceColumns columns = new PieceColumns(
                row.getLong("psd"),
                row.getLong("piece_count"),
                row.getString("sheet"),
                row.getInt("position"),
                row.getLong("value"));
        try {
            OrderBinding order =
                    new OrderBinding(row.getObject("order_id", UUID.class), row.getInt("attempt"), row.getInt("line"));
            return Optional.of(FrankedPiece.of(columns.read(row.getBytes("content")), order));
        } catch (IllegalArgumentException differs) {
            findings.addPsd("I4", columns.psd(), differs.getMessage());
            return Optional.empty();
        }
    }
}
