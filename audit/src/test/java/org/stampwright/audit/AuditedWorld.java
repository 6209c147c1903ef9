package org.stampwright.audit;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.stampwright.audit.AuthorityRecords.Device;
import org.stampwright.audit.AuthorityRecords.Download;
import org.stampwright.audit.AuthorityRecords.Void;
import org.stampwright.audit.CardLists.Intent;
import org.stampwright.audit.CardLists.Refund;
import org.stampwright.audit.CardLists.Session;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.Piece;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.indicium.trust.TrustBundle;
import org.stampwright.schema.VendorDatabase;

/**
 * A small vendor in which all invariants hold: one PSD, opened, funded with 10.00 and used for one stamp of 0.78, by
 * one order that was paid and released and holds its label. Its tables are the real ones, in a real PostgreSQL.
 */
final class AuditedWorld {

    static final UUID ORDER = UUID.fromString("3f0c1b52-0000-4000-8000-000000000001");
    static final UUID DOWNLOAD = UUID.fromString("3f0c1b52-0000-4000-8000-000000000002");
    static final long PSD = 17;
    static final Intent PAID = new Intent("pi_1", "succeeded", 880, ORDER.toString());
    static final Download GRANTED = new Download(DOWNLOAD.toString(), PSD, 10_000, "granted");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static AuditedWorld shared;
    private static AuditedWorld old;

    /** Drops the constraints, because these tests make the changes that they would reject. */
    private static final String NO_CHECKS =
            "do $$ declare c record; begin for c in select conrelid::regclass as t, conname "
                    + "from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop "
                    + "execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$";

    private final DataSource database = VendorDatabase.create();
    private final TestAuthority authority = new TestAuthority();
    private final KeyPair sealKeys = P256.newKeyPair(new SecureRandom());
    private final KeyPair indiciumKeys = P256.newKeyPair(new SecureRandom());
    private final X509Certificate sealing = authority.certify(101, sealKeys.getPublic(), KeyUse.SEAL);
    private final X509Certificate franking = authority.certify(102, indiciumKeys.getPublic(), KeyUse.INDICIUM);
    private final int formatVersion;
    private LedgerEntry head;

    /** One for all tests: each test restores it. */
    static synchronized AuditedWorld shared() {
        if (shared == null) {
            shared = inFormat(LedgerEntry.FORMAT_VERSION);
        }
        return shared;
    }

    /** The same vendor before its entries bound orders: the ledger is in format version 1. */
    static synchronized AuditedWorld old() {
        if (old == null) {
            old = inFormat(1);
        }
        return old;
    }

    private static AuditedWorld inFormat(int formatVersion) {
        try {
            return new AuditedWorld(formatVersion);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private AuditedWorld(int formatVersion) throws SQLException {
        this.formatVersion = formatVersion;
        fill();
        execute(NO_CHECKS, "drop index payment_one_open");
    }

    private Connection connect() throws SQLException {
        return database.getConnection();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the auditor's findings after this change; the change is rolled back afterwards. */
    List<Finding> findingsAfter(String... changes) throws SQLException {
        return findings(records(), cards(), changes);
    }

    List<Finding> findings(AuthorityRecords records, CardLists cards, String... changes) throws SQLException {
        try (Connection changed = connect()) {
            changed.setAutoCommit(false);
            try {
                execute(changed, changes);
                return audit(changed, changed, Optional.empty(), records, cards).findings();
            } finally {
                changed.rollback();
            }
        }
    }

    /**
     * Returns what an audit from a checkpoint on finds after this change. The checkpoint is that of an audit before the
     * change.
     */
    List<Finding> findingsSince(Checkpoint checkpoint, String... changes) throws SQLException {
        try (Connection changed = connect()) {
            changed.setAutoCommit(false);
            try {
                execute(changed, changes);
                return audit(changed, changed, Optional.of(checkpoint), records(), cards())
                        .findings();
            } finally {
                changed.rollback();
            }
        }
    }

    /** Returns where the next audit may begin. */
    Checkpoint checkpoint() throws SQLException {
        try (Connection snapshot = connect()) {
            return audit(snapshot, snapshot, Optional.empty(), records(), cards())
                    .next();
        }
    }

    private static AuditResult audit(
            Connection snapshot,
            Connection present,
            Optional<Checkpoint> since,
            AuthorityRecords records,
            CardLists cards)
            throws SQLException {
        Findings findings = new Findings();
        Opening opening =
                Auditor.opening(Snapshots.on(snapshot), since, cards.since().orElse(null), findings);
        Comparison comparison = new Comparison(
                opening,
                Snapshots.on(snapshot),
                new RowsNow(Snapshots.on(present)),
                new Auditor.Answers(
                        records, Collections.nCopies(opening.payments().size(), cards)),
                CLOCK,
                findings);
        comparison.compareRecords();
        comparison.work(Progress.unwatched());
        return new AuditResult(findings.all(), opening.next());
    }

    /** Returns the same for changes that are committed between the snapshot and the outside calls. */
    List<Finding> findingsWhenMeanwhile(AuthorityRecords records, CardLists cards, String... changes)
            throws SQLException {
        try (Connection snapshot = connect();
                Connection changed = connect()) {
            changed.setAutoCommit(false);
            try {
                execute(changed, changes);
                return audit(snapshot, changed, Optional.empty(), records, cards)
                        .findings();
            } finally {
                changed.rollback();
            }
        }
    }

    /** Returns the card company's lists while all invariants hold. */
    CardLists cards() {
        return cards(List.of(PAID), List.of(), List.of());
    }

    static CardLists cards(List<Intent> intents, List<Session> sessions, List<Refund> refunds) {
        return new CardLists(
                Optional.empty(), byId(intents, Intent::id), byId(sessions, Session::id), byId(refunds, Refund::id));
    }

    private static <T> Map<String, T> byId(List<T> listed, Function<T, String> id) {
        return listed.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** Returns the authority's records while all invariants hold. */
    AuthorityRecords records() {
        return records(List.of(device()), List.of(GRANTED), List.of());
    }

    AuthorityRecords records(List<Device> devices, List<Download> downloads, List<Void> voids, Piece... voided) {
        TrustBundle bundle = new TrustBundle(
                1,
                NOW.minus(1, ChronoUnit.HOURS),
                NOW.plus(1, ChronoUnit.DAYS),
                authority.signingCertificate(),
                List.of(sealing, franking),
                List.of(),
                new TreeSet<>(List.of(voided)));
        SignedTrustBundle signed = new SignedTrustBundle(bundle, authority.sign(bundle.encode()));
        return new AuthorityRecords(
                authority.root(),
                signed,
                devices.stream().collect(Collectors.toMap(Device::serial, Function.identity())),
                byId(downloads, Download::id),
                byId(voids, Void::id));
    }

    static Device device(long headNumber, String headHash) {
        return new Device(PSD, headNumber, headHash, 780, 10_000, 1);
    }

    Device device() {
        return device(head.number(), HexFormat.of().formatHex(head.hash()));
    }

    private void fill() throws SQLException {
        LabelSerial sheet = LabelSerial.draw("T", new SecureRandom());
        LedgerEntry opened = LedgerEntry.opened(
                        new PsdSerial(PSD),
                        Money.ofMills(500_000),
                        Money.ofMills(100_000),
                        1,
                        1,
                        new CertificateSerial(101))
                .inFormat(formatVersion);
        LedgerEntry funded = opened.funded(Money.ofMills(10_000));
        IndiciumContent content = IndiciumContent.builder()
                .algorithm(Algorithm.ECDSA_P256)
                .certificateSerial(new CertificateSerial(102))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(PSD))
                .registers(funded.registers().debit(Money.ofMills(780)))
                .postage(Money.ofMills(780))
                .licensingPostcode(12_345)
                .softwareId("SW0001")
                .rateCategory("FCL")
                .pieceCount(1)
                .licence(new LicenceNumber(4711))
                .labelSerial(sheet)
                .labelPosition(1)
                .frankedOn(LocalDate.of(2026, 11, 23))
                .currency(840)
                .country("US")
                .build();
        head = funded.franked(List.of(FrankedPiece.of(content, new OrderBinding(ORDER, 1, 1))));
        String serial = sheet.withoutCheck();
        execute(
                "insert into server_system (name, role, state, address, node_certificate) "
                        + "values ('alder', 'both', 'admitted', 'http://127.0.0.1:8080', '\\x00')",
                certificate(1, 101, "seal"),
                certificate(1, 102, "indicium"),
                "insert into rate_edition (valid_from, service_fee, smallest_order, imported_by) "
                        + "values (now(), 100, 0, 'test')",
                "insert into label_sheet (serial, stock, state, imported_by) values ('" + serial
                        + "', 'US-LETTER-25', 'known', 'test')",
                "insert into postage_order (id, state, channel, guest_email, idempotency_key, request_hash, "
                        + "remote_address, received_by, franked_by, claimed_at, sheet, start_position, edition_id, "
                        + "pieces, postage, fee, rounding, total, currency, settled_at) values ('" + ORDER
                        + "', 'released', 'api', "
                        + "'a@b.example', 'k', '\\x" + "00".repeat(32) + "', '127.0.0.1', 1, 1, now(), '" + serial
                        + "', 1, 1, 1, 780, 100, 0, 880, 840, now())",
                "insert into order_line values ('" + ORDER + "', 1, 'letter', 'Letter', 'FCL', 1, 780)",
                "insert into label_position values ('" + serial + "', 1, 'used', '" + ORDER + "')",
                "insert into payment (order_id, number, kind, state, intent_id, amount, captured, expires_at) values ('"
                        + ORDER + "', 1, 'intent', 'captured', 'pi_1', 880, 880, now())",
                "insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending, descending, "
                        + "funds_added, funds_withdrawn, piece_count, entry_number, head, maximum_descending, "
                        + "maximum_postage, receipted_entry) values (17, gen_random_uuid(), 'active', 1, 1, now(),"
                        + " 780, 9220, 10000, 0, "
                        + "1, 3, '\\x" + HexFormat.of().formatHex(head.hash()) + "', 500000, 100000, 3)");
        insert(opened);
        insert(funded);
        insert(head);
        execute("insert into funding (id, psd, amount, control_total, state, entry_number, closed_at) values ('"
                + DOWNLOAD + "', 17, 10000, 0, 'credited', 2, now())");
        insert(
                "insert into indicium_content values (17, 1, 3, '" + ORDER + "', 1, 1, '" + serial + "', 1, 780, ?)",
                content.encode());
        insert(
                "insert into indicium_fate (psd, piece_count, fate, signature) values (17, 1, 'signed', ?)",
                P256.sign(indiciumKeys.getPrivate(), content.encode()));
        Receipt receipt = new Receipt(new PsdSerial(PSD), 3, head.hash(), NOW);
        insert(
                "insert into psd_receipt (psd, entry_number, receipt) values (17, 3, ?)",
                new SignedReceipt(receipt, authority.sign(receipt.encode())).encode());
    }

    /** Returns statements that add two sealed entries to the ledger: the PSD is suspended and resumed. */
    String[] suspendedAndResumed() {
        LedgerEntry suspended = head.suspended();
        LedgerEntry resumed = suspended.resumed();
        return new String[] {
            inserted(suspended),
            inserted(resumed),
            "update psd set entry_number = 5, head = '" + literal(resumed.hash()) + "'"
        };
    }

    private String inserted(LedgerEntry entry) {
        return "insert into ledger_entry (psd, number, kind, ascending, descending, piece_count, epoch, owner_id,"
                + " entry, seal)"
                + " values (17, " + entry.number() + ", '" + entry.kind().name().toLowerCase(Locale.ROOT)
                + "', 780, 9220, 1, 1, 1, '" + literal(entry.encode()) + "', '"
                + literal(P256.sign(sealKeys.getPrivate(), entry.encode())) + "')";
    }

    private static String literal(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static String certificate(long server, long serial, String use) {
        return "insert into module_certificate (request_id, server_system_id, use, state, public_key, serial,"
                + " certificate) "
                + "values (gen_random_uuid(), " + server + ", '" + use + "', 'issued', '\\x" + serial + "0', " + serial
                + ", '\\x00')";
    }

    private void insert(LedgerEntry entry) throws SQLException {
        insert(
                "insert into ledger_entry (psd, number, kind, ascending, descending, piece_count, epoch, owner_id,"
                        + " entry, "
                        + "seal) values (17, " + entry.number() + ", '"
                        + entry.kind().name().toLowerCase(Locale.ROOT) + "', "
                        + entry.registers().ascending().mills() + ", "
                        + entry.registers().descending().mills() + ", "
                        + entry.pieceCount() + ", 1, 1, ?, ?)",
                entry.encode(),
                P256.sign(sealKeys.getPrivate(), entry.encode()));
    }

    private void insert(String sql, byte[]... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setBytes(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
