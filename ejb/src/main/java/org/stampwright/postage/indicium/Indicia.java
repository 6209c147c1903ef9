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
 * The pieces of an order's attempt, by position. What {@link #signed} answers leaves the vendor only in the answer to a
 * redeemed print ticket; everything else shows {@link #contents} as specimens.
 */
@Stateless
public class Indicia {

    private static final String CONTENTS = "select c.* from indicium_content c where c.order_id = ? and c.attempt = ?"
            + " order by c.position, c.piece_count";
    private static final String SIGNED = "select c.*, f.signature from indicium_content c join indicium_fate f"
            + " on f.psd = c.psd and f.piece_count = c.piece_count and f.fate = 'signed'"
            + " where c.order_id = ? and c.attempt = ? order by c.position, c.piece_count";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /** The recorded contents, unsigned. */
    public List<RecordedContent> contents(UUID order, int attempt) {
        return read(CONTENTS, order, attempt, Records::content);
    }

    /** The pieces that are signed. */
    public List<SignedPiece> signed(UUID order, int attempt) {
        return read(SIGNED, order, attempt, row -> new SignedPiece(Records.content(row), row.getBytes("signature")));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, UUID order, int attempt, Reader<T> reader) {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, order);
            select.setInt(2, attempt);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException fault) {
            throw new DatabaseFault("the pieces of order " + order + " cannot be read", fault);
        }
    }
}
