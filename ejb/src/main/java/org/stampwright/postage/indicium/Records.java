package org.stampwright.postage.indicium;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.PieceColumns;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;

/** Reads and writes the insert-only tables of entries and contents. */
@Stateless
public class Records {

    private static final String ENTRIES =
            "select entry, seal from ledger_entry where psd = ? and number > ?" + " order by number limit ?";
    private static final String CONTENTS = "select * from indicium_content where psd = ? and piece_count > ?"
            + " and piece_count <= ? order by piece_count";
    private static final String INSERT_ENTRY = "insert into ledger_entry (psd, number, kind, entry, seal, ascending,"
            + " descending, piece_count, epoch, owner_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_CONTENT =
            "insert into indicium_content (psd, piece_count, entry_number, order_id,"
                    + " attempt, line, sheet, position, value, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /** Returns the committed entries of a device after this number, with their contents, at most so many. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<CommittedEntry> after(long psd, long number, int limit) {
        try (Connection connection = work.getConnection()) {
            List<SealedEntry> entries = entries(connection, psd, number, limit);
            if (entries.isEmpty()) {
                return List.of();
            }
            Map<Long, List<RecordedContent>> contents = contents(connection, psd, entries);
            return entries.stream()
                    .map(entry -> new CommittedEntry(
                            entry, contents.getOrDefault(entry.entry().number(), List.of())))
                    .toList();
        } catch (SQLException fault) {
            throw new DatabaseFault("the ledger of PSD " + psd + " cannot be read", fault);
        }
    }

    /** Inserts an entry and its contents, in the caller's transaction. */
    public void insert(SealedEntry sealed, List<RecordedContent> contents) {
        try (Connection connection = work.getConnection()) {
            insertEntry(connection, sealed);
            insertContents(connection, contents);
        } catch (SQLException fault) {
            throw new DatabaseFault(
                    "entry " + sealed.entry().number() + " of PSD "
                            + sealed.entry().psd() + " cannot be recorded",
                    fault);
        }
    }

    private static List<SealedEntry> entries(Connection connection, long psd, long number, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setLong(1, psd);
            select.setLong(2, number);
            select.setInt(3, limit);
            List<SealedEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(sealed(psd, rows));
                }
            }
            return entries;
        }
    }

    /** Bytes that are no entry bear no seal either: the caller that reads them raises the alarm. */
    private static SealedEntry sealed(long psd, ResultSet row) throws SQLException {
        try {
            return new SealedEntry(LedgerEntry.decode(row.getBytes(1)), row.getBytes(2));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            throw new Unsealed(
                    psd, "an entry of PSD " + psd + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Groups by piece count, which is the key; the entry number is not. */
    private static Map<Long, List<RecordedContent>> contents(Connection connection, long psd, List<SealedEntry> entries)
            throws SQLException {
        LedgerEntry first = entries.get(0).entry();
        LedgerEntry last = entries.get(entries.size() - 1).entry();
        try (PreparedStatement select = connection.prepareStatement(CONTENTS)) {
            select.setLong(1, psd);
            select.setLong(2, first.pieceCount() - first.pieces());
            select.setLong(3, last.pieceCount());
            Map<Long, List<RecordedContent>> byEntry = new TreeMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    RecordedContent content = content(rows);
                    byEntry.computeIfAbsent(content.entryNumber(), any -> new ArrayList<>())
                            .add(content);
                }
            }
            return byEntry;
        }
    }

    /** Reads a row of contents; the only place that does. */
    static RecordedContent content(ResultSet row) throws SQLException {
        return RecordedContent.read(
                new PieceColumns(
                        row.getLong("psd"),
                        row.getLong("piece_count"),
                        row.getString("sheet"),
                        row.getInt("position"),
                        row.getLong("value")),
                row.getBytes("content"),
                row.getLong("entry_number"),
                row.getObject("order_id", UUID.class),
                row.getInt("attempt"),
                row.getInt("line"));
    }

    private static void insertEntry(Connection connection, SealedEntry sealed) throws SQLException {
        LedgerEntry entry = sealed.entry();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRY)) {
            insert.setLong(1, entry.psd().value());
            insert.setLong(2, entry.number());
            insert.setString(3, entry.kind().name().toLowerCase(Locale.ROOT));
            insert.setBytes(4, entry.encode());
            insert.setBytes(5, sealed.seal());
            insert.setLong(6, entry.registers().ascending().mills());
            insert.setLong(7, entry.registers().descending().mills());
            insert.setLong(8, entry.pieceCount());
            insert.setLong(9, entry.epoch());
            insert.setLong(10, entry.owner());
            insert.executeUpdate();
        }
    }

    private static void insertContents(Connection connection, List<RecordedContent> contents) throws SQLException {
        if (contents.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_CONTENT)) {
            for (RecordedContent content : contents) {
                insert.setLong(1, content.psd());
                insert.setLong(2, content.pieceCount());
                insert.setLong(3, content.entryNumber());
                insert.setObject(4, content.order());
                insert.setInt(5, content.attempt());
                insert.setInt(6, content.line());
                insert.setString(7, content.sheet());
                insert.setInt(8, content.position());
                insert.setLong(9, content.value());
                insert.setBytes(10, content.content());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
