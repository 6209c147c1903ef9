package org.stampwright.authority.funds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;

/**
 * A postal security device as this authority knows it.
 *
 * @param granted the sum of all granted downloads
 * @param headNumber of the newest recorded ledger entry, 0 before the first
 * @param headHash of that entry, or null
 * @param withdrawn whether it is permanently out of use
 * @param ascending to {@code pieceCount}: the values of that entry
 */
public record Psd(
        long serial,
        long vendor,
        UUID request,
        String serverSystem,
        long maximumDescending,
        long maximumPostage,
        long granted,
        long headNumber,
        byte[] headHash,
        long ascending,
        long descending,
        long fundsAdded,
        long fundsWithdrawn,
        long pieceCount,
        boolean withdrawn) {

    static Psd read(ResultSet row) throws SQLException {
        return new Psd(
                row.getLong("psd"),
                row.getLong("vendor"),
                row.getObject("request", UUID.class),
                row.getString("server_system"),
                row.getLong("maximum_descending"),
                row.getLong("maximum_postage"),
                row.getLong("granted"),
                row.getLong("head_number"),
                row.getBytes("head_hash"),
                row.getLong("ascending"),
                row.getLong("descending"),
                row.getLong("funds_added"),
                row.getLong("funds_withdrawn"),
                row.getLong("piece_count"),
                row.getBoolean("withdrawn"));
    }

    /** Returns the vendor's PSD and locks its row until the transaction ends. */
    public static Optional<Psd> lock(Transaction tx, long vendor, long serial) throws SQLException {
        return tx.one("select * from psd where psd = ? and vendor = ? for update", Psd::read, serial, vendor);
    }

    /** Returns the vendor's PSD. */
    public static Psd find(Transaction tx, long vendor, long serial) throws SQLException {
        return tx.one("select * from psd where psd = ? and vendor = ?", Psd::read, serial, vendor)
                .orElseThrow(() -> unknown(serial));
    }

    static List<Psd> of(Transaction tx, long vendor) throws SQLException {
        return tx.all("select * from psd where vendor = ? order by psd", Psd::read, vendor);
    }

    /** Returns the vendor's PSDs after this serial number, at most {@code most}, by serial number. */
    static List<Psd> after(Transaction tx, long vendor, long serial, int most) throws SQLException {
        return tx.all(
                "select * from psd where vendor = ? and psd > ? order by psd limit ?", Psd::read, vendor, serial, most);
    }

    public static Problem unknown(long serial) {
        return Problem.notFound("There is no PSD " + String.format("%08d", serial) + " of this vendor.");
    }

    /** Returns the sum of ascending and descending register that the next download must report. */
    long controlTotal() {
        return granted - fundsWithdrawn;
    }
}
