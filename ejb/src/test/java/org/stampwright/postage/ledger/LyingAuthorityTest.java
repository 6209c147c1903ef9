package org.stampwright.postage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.TestAuthority;
import org.stampwright.postage.authority.Clients;
import org.stampwright.postage.comparison.Comparisons;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.indicium.Committed;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.ledger.FundingAnswer.Granted;
import org.stampwright.postage.ledger.FundingAnswer.Refused;
import org.stampwright.postage.ledger.FundingAnswer.Unknown;
import org.stampwright.postage.signing.CertifiedModule;
import org.stampwright.postage.signing.ModuleCertificates;
import org.stampwright.postage.signing.TestModule;
import org.stampwright.postage.worker.AttemptsInFlight;
import org.stampwright.postage.worker.ReleaserContext;
import org.stampwright.protocol.LyingAuthority;
import org.stampwright.protocol.LyingAuthority.Signature;
import org.stampwright.protocol.LyingPeer.Manner;

/**
 * Receipts, heads and funds of an authority with wrong answers: an answer that fails a check is neither accepted nor
 * credited.
 */
class LyingAuthorityTest {

    private static final PsdSerial PSD = new PsdSerial(77);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private static Path folder;

    private static Shop shop;
    private static CertifiedModule module;

    private final LyingAuthority authority = new LyingAuthority();
    private final EntryIntake intake = new EntryIntake();
    private final ValueDownloads funds = new ValueDownloads();
    private LedgerEntry opened;

    @BeforeAll
    static void open() {
        shop = new Shop();
        module = TestModule.in(folder, 11, 12);
        shop.change("insert into psd (serial, request_id, state, owner_id, epoch, lease_until, ascending, descending,"
                + " funds_added, funds_withdrawn, piece_count, entry_number, head, maximum_descending, maximum_postage)"
                + " values (77, gen_random_uuid(), 'active', 1, 1, now(), 0, 0, 0, 0, 0, 1,"
                + " decode(repeat('00', 32), 'hex'), 500000, 100000)");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void connect() {
        Clients clients = new Clients(authority, folder, Clock.systemUTC());
        intake.authority = clients.client();
        intake.signingCertificate = clients.signingCertificate();
        funds.stop = new Comparisons().stop();
        funds.authority = clients.client();
        funds.fundings = shop.get(Fundings.class);
        opened = LedgerEntry.opened(PSD, Money.ofMills(500_000), Money.ofMills(100_000), 1, 1, module.seal());
        shop.change("delete from funding");
    }

    @AfterEach
    void disconnect() {
        authority.close();
    }

    private ReleaserContext releaserContext() {
        return new ReleaserContext(
                shop.get(Records.class),
                shop.get(Releases.class),
                shop.get(ModuleCertificates.class),
                module,
                intake,
                shop.get(PsdLedger.class),
                new AttemptsInFlight((driver, orders) -> {}),
                Clock.systemUTC(),
                Runnable::run);
    }

    private List<CommittedEntry> entries() {
        return List.of(Committed.entry(new SealedEntry(opened, module.module().seal(opened)), List.of()));
    }

    /** Asks for a receipt and stores it. */
    private void report(List<CommittedEntry> entries) throws IOException {
        releaserContext().receipted(List.of(), intake.send(PSD, entries), entries);
    }

    private static Receipt receiptFor(LedgerEntry entry) {
        return new Receipt(entry.psd(), entry.number(), entry.hash(), NOW);
    }

    private static String answer(Receipt receipt, UnaryOperator<byte[]> signer) {
        byte[] signed = new SignedReceipt(receipt, signer.apply(receipt.encode())).encode();
        return Json.createObjectBuilder()
                .add("receipt", Base64.getEncoder().encodeToString(signed))
                .build()
                .toString();
    }

    @Test
    void a_receipt_for_the_entry_that_was_sent_is_taken() throws IOException {
        authority.tells(200, answer(receiptFor(opened), authority.keys()::sign));
        assertThat(intake.send(PSD, entries()).receipt()).isEqualTo(receiptFor(opened));
    }

    @Test
    void a_receipt_that_another_signed_is_none() {
        authority.tells(200, answer(receiptFor(opened), new TestAuthority()::sign));
        assertThatThrownBy(() -> report(entries()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not signed");
        authority.tells(
                200,
                answer(
                        receiptFor(opened),
                        bytes -> P256.sign(P256.newKeyPair(new SecureRandom()).getPrivate(), bytes)));
        assertThatThrownBy(() -> report(entries())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"receipt\": 7}",
                "{\"receipt\": null}",
                "{\"receipt\": \"\"}",
                "{\"receipt\": \"?\"}",
                "{\"receipt\": \"AAAA\"}"
            })
    void an_answer_without_a_readable_receipt_is_retried(String body) {
        authority.tells(200, body);
        assertThatThrownBy(() -> report(entries())).isInstanceOf(IOException.class);
    }

    @Test
    void a_receipt_for_another_device_or_another_entry_is_a_mismatch() {
        LedgerEntry otherDevice = LedgerEntry.opened(
                new PsdSerial(78), Money.ofMills(500_000), Money.ofMills(100_000), 1, 1, module.seal());
        LedgerEntry otherEntry =
                LedgerEntry.opened(PSD, Money.ofMills(600_000), Money.ofMills(100_000), 1, 1, module.seal());
        LedgerEntry later = opened.funded(Money.ofMills(5));
        for (LedgerEntry other : List.of(otherDevice, otherEntry, later)) {
            authority.tells(200, answer(receiptFor(other), authority.keys()::sign));
            assertThatThrownBy(() -> report(entries()))
                    .as("entry " + other.number() + " of " + other.psd())
                    .isInstanceOf(LedgerMismatch.class);
        }
        assertThat(shop.one("select count(*) from psd_receipt")).isEqualTo("0");
    }

    @Test
    void a_receipt_for_an_earlier_entry_covers_no_later_one() {
        LedgerEntry funded = opened.funded(Money.ofMills(5));
        List<CommittedEntry> two = List.of(
                entries().get(0),
                Committed.entry(new SealedEntry(funded, module.module().seal(funded)), List.of()));
        authority.tells(200, answer(receiptFor(opened), authority.keys()::sign));
        assertThatThrownBy(() -> report(two)).isInstanceOf(LedgerMismatch.class);
    }

    @Test
    void a_conflict_is_a_mismatch_and_a_fault_is_none() {
        authority.tells(409, "{}");
        assertThatThrownBy(() -> intake.send(PSD, entries())).isInstanceOf(LedgerMismatch.class);
        authority.tells(500, "{}");
        assertThatThrownBy(() -> intake.send(PSD, entries())).isInstanceOf(IOException.class);
        authority.tells(409, "{}");
        authority.signs(Signature.OF_ANOTHER_KEY);
        assertThatThrownBy(() -> intake.send(PSD, entries()))
                .as("a conflict that the authority did not sign")
                .isInstanceOf(IOException.class);
    }

    @Test
    void an_incomplete_answer_of_the_intake_is_retried() {
        authority.tells(200, answer(receiptFor(opened), authority.keys()::sign));
        authority.sends(Manner.BREAKS_OFF);
        assertThatThrownBy(() -> intake.send(PSD, entries())).isInstanceOf(IOException.class);
    }

    @Test
    void the_head_is_read_as_answered() {
        authority.tells(200, "{\"head\": {\"number\": 0}}");
        assertThat(intake.head(PSD))
                .hasValueSatisfying(head -> assertThat(head.number()).isZero());
        authority.tells(200, "{\"head\": {\"number\": 1, \"hash\": \"" + "0a".repeat(32) + "\"}}");
        assertThat(intake.head(PSD))
                .hasValueSatisfying(head ->
                        assertThat(HexFormat.of().formatHex(head.hash())).isEqualTo("0a".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"head\": null}",
                "{\"head\": 3}",
                "{\"head\": {}}",
                "{\"head\": {\"number\": \"3\", \"hash\": \"00\"}}",
                "{\"head\": {\"number\": -1, \"hash\": \"00\"}}",
                "{\"head\": {\"number\": 1.5, \"hash\": \"00\"}}",
                "{\"head\": {\"number\": 1e30, \"hash\": \"00\"}}",
                "{\"head\": {\"number\": 3}}",
                "{\"head\": {\"number\": 3, \"hash\": \"00\"}}",
                "{\"head\": {\"number\": 3, \"hash\": \"no hash\"}}"
            })
    void a_head_that_cannot_be_read_is_no_head(String body) {
        authority.tells(200, body);
        assertThat(intake.head(PSD)).isEmpty();
    }

    @Test
    void an_authority_that_refuses_or_lies_yields_no_head() {
        for (int status : new int[] {404, 409, 500}) {
            authority.tells(status, "{\"head\": {\"number\": 0}}");
            assertThat(intake.head(PSD)).as("HTTP " + status).isEmpty();
        }
        authority.tells(200, "{\"head\": {\"number\": 0}}");
        authority.signs(Signature.FOR_ANOTHER_REQUEST);
        assertThat(intake.head(PSD)).isEmpty();
    }

    private FundingAnswer asked() {
        return funds.download(opened, Money.ofMills(1000));
    }

    private static String granted(String amount) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("state", "granted");
        return answer.build().toString().replace("}", ",\"amount\": " + amount + "}");
    }

    private static String funding(String column) {
        return shop.one("select " + column + " from funding where psd = 77");
    }

    @Test
    void funds_that_are_granted_as_asked_are_to_be_credited() {
        authority.tells(200, granted("1000"));
        assertThat(asked()).isInstanceOf(Granted.class);
        assertThat(funding("state")).as("closed with its entry").isEqualTo("open");
    }

    @Test
    void funds_of_another_amount_are_a_mismatch() {
        for (String amount : List.of("1001", "999", "0", "-1000")) {
            authority.tells(200, granted(amount));
            assertThatThrownBy(this::asked).as(amount).isInstanceOf(LedgerMismatch.class);
        }
        assertThat(funding("state")).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"state\": null}",
                "{\"state\": 1}",
                "{\"state\": \"perhaps\"}",
                "{\"state\": \"granted\"}",
                "{\"state\": \"granted\", \"amount\": \"1000\"}",
                "{\"state\": \"granted\", \"amount\": 1000.5}"
            })
    void an_answer_on_funds_that_cannot_be_read_leaves_the_request_open_under_its_id(String body) {
        authority.tells(200, body);
        assertThat(asked()).isInstanceOf(Unknown.class);
        UUID first = UUID.fromString(funding("id"));
        authority.tells(200, granted("1000"));
        assertThat(asked()).isInstanceOfSatisfying(Granted.class, granted -> assertThat(
                        granted.funding().id())
                .isEqualTo(first));
    }

    @Test
    void an_answer_that_is_not_the_authoritys_credits_no_funds() {
        for (Signature lie : Signature.values()) {
            if (lie != Signature.RIGHT) {
                authority.tells(200, granted("1000"));
                authority.signs(lie);
                assertThat(asked()).as(lie.toString()).isInstanceOf(Unknown.class);
            }
        }
        for (int status : new int[] {409, 500, 404}) {
            authority.tells(status, granted("1000"));
            assertThat(asked()).as("HTTP " + status).isInstanceOf(Unknown.class);
        }
        assertThat(funding("state")).isEqualTo("open");
        assertThat(funding("count(*)")).as("requests in all").isEqualTo("1");
    }

    @Test
    void a_refusal_is_recorded_only_if_the_authority_signed_it() {
        authority.tells(200, "{\"state\": \"refused\", \"reason\": \"insufficient-funds\"}");
        authority.signs(Signature.OVER_ANOTHER_BODY);
        assertThat(asked()).isInstanceOf(Unknown.class);
        authority.signs(Signature.RIGHT);
        assertThat(asked()).isInstanceOf(Refused.class);
        assertThat(funding("state || ' ' || reason")).isEqualTo("refused insufficient-funds");
    }
}
