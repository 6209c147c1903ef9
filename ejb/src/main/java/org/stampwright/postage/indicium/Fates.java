package org.stampwright.postage.indicium;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;

/** The fate of each piece, signed or abandoned: the first insert of the row decides. */
@Stateless
public class Fates {

    private static final String SIGNED = "insert into indicium_fate (psd, piece_count, fate, signature)"
            + " values (?, ?, 'signed', ?) on conflict do nothing";
    private static final String ABANDON = "insert into indicium_fate (psd, piece_count, fate)"
            + " select c.psd, c.piece_count, 'abandoned' from indicium_content c"
            + " where c.order_id = ? and c.attempt = ? on conflict do nothing";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /** Records the signatures in the caller's transaction; a signature that comes after an abandonment is discarded. */
    public void signed(List<SignedPiece> pieces) {
        try (Connection connection = work.getConnection();
                PreparedStatement insert = connection.prepareStatement(SIGNED)) {
            for (SignedPiece piece : pieces) {
                insert.setLong(1, piece.recorded().psd());
                insert.setLong(2, piece.recorded().pieceCount());
                insert.setBytes(3, piece.signature());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException fault) {
            throw new DatabaseFault("signatures cannot be recorded", fault);
        }
    }

    /**
     * Abandons the unsigned pieces of an order's attempt, in the caller's transaction.
     *
     * @return how many were abandoned by this call
     */
    public int abandon(UUID order, int attempt) {
        try (Connection connection = work.getConnection();
                PreparedStatement insert = connection.prepareStatement(ABANDON)) {
            insert.setObject(1, order);
            insert.setInt(2, attempt);
            return insert.executeUpdate();
        } catch (SQLException fault) {
            throw new DatabaseFault("pieces of order " + order + " cannot be abandoned", fault);
        }
    }
}
