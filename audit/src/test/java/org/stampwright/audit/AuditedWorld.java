package org.stampwright.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.TrustBundle;

/**
 * A small vendor in which everything holds: one PSD, opened, funded with 10.00 and used for one stamp of 0.78, by one
 * order that was paid, released and is on its label. Its tables are the real ones, in a real PostgreSQL.
 */
final class AuditedWorld implements AutoCloseable {

    static final UUID ORDER = UUID.fromString("3f0c1b52-0000-4000-8000-000000000001");
    static final UUID DOWNLOAD = UUID.fromString("3f0c1b52-0000-4000-8000-000000000002");
    private static final long PSD = 17;

    private final EmbeddedPostgres postgres;
    private final Authority authority = new Authority();
    private final KeyPair sealKeys = P256.newKeyPair(new SecureRandom());
    private final KeyPair indiciumKeys = P256.newKeyPair(new SecureRandom());
    private final X509Certificate sealing = authority.issue(sealKeys, "CN=Seal", 101, KeyUse.SEAL);
    private final X509Certificate franking = authority.issue(indiciumKeys, "CN=Indicium", 102, KeyUse.INDICIUM);
    private LedgerEntry head;

    AuditedWorld() throws Exception {
        postgres = EmbeddedPostgres.start();
        execute("create role stampwright_app", "create role stampwright_audit");
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        fill();
    }

    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** Changes something behind everybody's back; constraints that would refuse it are dropped first by the caller. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Everything that does not hold now, as "invariant subject". */
    List<Finding> findings() throws SQLException {
        return findings(records(), cards());
    }

    List<Finding> findings(AuthorityRecords records, CardLists cards) throws SQLException {
        Findings findings = new Findings();
        try (Connection snapshot = connect(); Connection present = connect()) {
            RegisterCheck.run(snapshot, findings);
            FundsCheck.run(snapshot, present, records, findings);
            new ChainCheck(snapshot, present, records, findings).run();
            OrderCheck.run(snapshot, present, cards, findings);
            StockCheck.run(snapshot, findings);
            IndiciumCheck.run(snapshot, records, Clock.fixed(Authority.NOW, ZoneOffset.UTC), findings);
        }
        return findings.all();
    }

    CardLists cards() {
        return new CardLists(Map.of("pi_1", new CardLists.Intent("pi_1", "succeeded", 880, ORDER.toString())));
    }

    AuthorityRecords records() {
        return records(head.number(), HexFormat.of().formatHex(head.hash()), 10_000);
    }

    AuthorityRecords records(long headNumber, String headHash, long granted) {
        TrustBundle bundle = new TrustBundle(1, Authority.NOW.minus(1, ChronoUnit.HOURS),
                Authority.NOW.plus(1, ChronoUnit.DAYS), authority.signing, List.of(sealing, franking), List.of(),
                new TreeSet<>());
        SignedTrustBundle signed = new SignedTrustBundle(bundle,
                P256.sign(authority.signingKeys.getPrivate(), bundle.encode()));
        return new AuthorityRecords(authority.root, signed,
                Map.of(PSD, new AuthorityRecords.Device(PSD, headNumber, headHash, 780, granted, 1)),
                Map.of(DOWNLOAD.toString(),
                        new AuthorityRecords.Download(DOWNLOAD.toString(), PSD, granted, "granted")),
                Map.of());
    }

    private void fill() throws SQLException {
        LabelSerial sheet = LabelSerial.draw("T", new SecureRandom());
        LedgerEntry opened = LedgerEntry.opened(new PsdSerial(PSD), Money.ofMills(500_000), Money.ofMills(100_000), 1, 1,
                new CertificateSerial(101));
        LedgerEntry funded = opened.funded(Money.ofMills(10_000));
        IndiciumContent content = IndiciumContent.builder().algorithm(Algorithm.ECDSA_P256)
                .certificateSerial(new CertificateSerial(102)).manufacturer("SW").model("01")
                .psdSerial(new PsdSerial(PSD)).registers(funded.registers().debit(Money.ofMills(780)))
                .postage(Money.ofMills(780)).licensingPostcode(12_345).softwareId("SW0001").rateCategory("FCL")
                .pieceCount(1).licence(new LicenceNumber(4711)).labelSerial(sheet).labelPosition(1)
                .frankedOn(LocalDate.of(2026, 11, 23)).currency(840).country("US").build();
        head = funded.franked(List.of(content));
        String serial = sheet.withoutCheck();
        execute("insert into server_system (name, role, state, address, node_certificate) "
                        + "values ('alder', 'both', 'admitted', 'http://127.0.0.1:8080', '\\x00')",
                "insert into rate_edition (valid_from, service_fee, smallest_order, imported_by) "
                        + "values (now(), 100, 0, 'test')",
                "insert into label_sheet (serial, stock, state, imported_by) values ('" + serial
                        + "', 'US-LETTER-25', 'known', 'test')",
                "insert into postage_order (id, state, channel, guest_email, idempotency_key, request_hash, "
                        + "remote_address, received_by, franked_by, claimed_at, sheet, start_position, edition_id, "
                        + "pieces, postage, fee, rounding, total, currency) values ('" + ORDER + "', 'released', 'api', "
                        + "'a@b.example', 'k', '\\x" + "00".repeat(32) + "', '127.0.0.1', 1, 1, now(), '" + serial
                        + "', 1, 1, 1, 780, 100, 0, 880, 840)",
                "insert into label_position values ('" + serial + "', 1, 'used', '" + ORDER + "')",
                "insert into payment (order_id, number, kind, state, intent_id, amount, captured, expires_at) values ('"
                        + ORDER + "', 1, 'intent', 'captured', 'pi_1', 880, 880, now())",
                "insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending, descending, "
                        + "funds_added, funds_withdrawn, piece_count, entry_number, head, maximum_descending, "
                        + "maximum_postage) values (17, gen_random_uuid(), 'active', 1, 1, now(), 780, 9220, 10000, 0, "
                        + "1, 3, '\\x" + HexFormat.of().formatHex(head.hash()) + "', 500000, 100000)");
        insert(opened);
        insert(funded);
        insert(head);
        execute("insert into funding (id, psd, amount, control_total, state, entry_number, closed_at) values ('" + DOWNLOAD
                + "', 17, 10000, 0, 'credited', 2, now())");
        insert("insert into indicium_content values (17, 1, 3, '" + ORDER + "', 1, 1, '" + serial + "', 1, 780, ?)",
                content.encode());
        insert("insert into indicium_fate (psd, piece_count, fate, signature) values (17, 1, 'signed', ?)",
                P256.sign(indiciumKeys.getPrivate(), content.encode()));
        Receipt receipt = new Receipt(new PsdSerial(PSD), 3, head.hash(), Authority.NOW);
        insert("insert into psd_receipt (psd, entry_number, receipt) values (17, 3, ?)", new SignedReceipt(receipt,
                P256.sign(authority.signingKeys.getPrivate(), receipt.encode())).encode());
    }

    private void insert(LedgerEntry entry) throws SQLException {
        insert("insert into ledger_entry (psd, number, kind, ascending, descending, piece_count, epoch, owner_id, entry, "
                + "seal) values (17, " + entry.number() + ", '" + entry.kind().name().toLowerCase(Locale.ROOT) + "', "
                + entry.registers().ascending().mills() + ", " + entry.registers().descending().mills() + ", "
                + entry.pieceCount() + ", 1, 1, ?, ?)", entry.encode(), P256.sign(sealKeys.getPrivate(), entry.encode()));
    }

    private void insert(String sql, byte[]... values) throws SQLException {
        try (Connection connection = connect(); PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setBytes(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws Exception {
        postgres.close();
    }
}
