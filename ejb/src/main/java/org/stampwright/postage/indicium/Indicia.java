package org.stampwright.postage.indicium;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;

/**
 * The pieces of an order's attempt, by position. They leave the vendor only in the answer to a redeemed print ticket;
 * all other outputs show specimens, which are drawn from the order.
 */
@Stateless
public class Indicia {

    private static final String SIGNED = "select c.*, f.signature from indicium_content c join indicium_fate f"
            + " on f.psd = c.psd and f.piece_count = c.piece_count and f.fate = 'signed'"
            + " where c.order_id = ? and c.attempt = ? order by c.position, c.piece_count";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /**
     * Returns the signed pieces.
     *
     * @throws Unsealed if a column contradicts the bytes
     */
    public List<SignedPiece> signed(UUID order, int attempt) {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(SIGNED)) {
            select.setObject(1, order);
            select.setInt(2, attempt);
            List<SignedPiece> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new SignedPiece(Records.content(rows), rows.getBytes("signature")));
                }
            }
            return found;
        } catch (SQLException fault) {
            throw new DatabaseFault("the pieces of order " + order + " cannot be read", fault);
        }
    }
}
