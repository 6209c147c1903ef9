package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.audit.AuthorityRecords.Device;
import org.stampwright.audit.AuthorityRecords.Download;
import org.stampwright.audit.AuthorityRecords.Void;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.trust.Piece;

/** Records of the authority that the vendor lacks or has otherwise. */
class AuthoritysSideTest {

    private static final String OTHER_HASH = "00".repeat(32);
    private static final String VOID = "3f0c1b52-0000-4000-8000-000000000003";

    private final AuditedWorld world = AuditedWorld.shared();

    @Test
    void another_head_is_named() throws SQLException {
        assertThat(withDevices(AuditedWorld.device(3, OTHER_HASH)))
                .containsExactly(new Finding("I11", "psd 00000017", "the authority has another entry 3"));
    }

    @Test
    void a_database_that_is_behind_is_named() throws SQLException {
        assertThat(withDevices(AuditedWorld.device(4, OTHER_HASH)))
                .containsExactly(new Finding("I11", "psd 00000017", "is behind the authority: entry 3 here, 4 there"));
    }

    @Test
    void a_psd_that_the_authority_does_not_know_is_named() throws SQLException {
        assertThat(withDevices())
                .extracting(Finding::toString)
                .contains("I11 psd 00000017: is not known to the authority");
    }

    @Test
    void a_psd_that_the_vendor_does_not_know_is_named_once_it_has_a_ledger() throws SQLException {
        assertThat(withDevices(world.device(), new Device(18, 2, OTHER_HASH, 0, 0, 0)))
                .containsExactly(new Finding(
                        "I11", "psd 00000018", "does not exist here; the authority has its ledger up to entry 2"));
        assertThat(withDevices(world.device(), new Device(18, 0, "", 0, 0, 0))).isEmpty();
    }

    @Test
    void a_download_of_another_amount_is_named() throws SQLException {
        Download more = new Download(AuditedWorld.DOWNLOAD.toString(), AuditedWorld.PSD, 12_000, "granted");
        assertThat(world.findings(world.records(List.of(world.device()), List.of(more), List.of()), world.cards()))
                .extracting(Finding::invariant)
                .containsExactly("I2");
    }

    @Test
    void a_download_that_no_funding_records_is_named() throws SQLException {
        Download lost = new Download("3f0c1b52-0000-4000-8000-000000000004", AuditedWorld.PSD, 500, "granted");
        assertThat(world.findings(
                        world.records(List.of(world.device()), List.of(AuditedWorld.GRANTED, lost), List.of()),
                        world.cards()))
                .containsExactly(
                        new Finding("I2", "psd 00000017", "the authority granted 500 that no funding records"));
    }

    @Test
    void a_void_that_was_not_requested_here_is_reported() throws SQLException {
        Void strange = new Void(VOID, AuditedWorld.PSD, 1, "voided");
        AuthorityRecords records =
                world.records(List.of(world.device()), List.of(AuditedWorld.GRANTED), List.of(strange));
        assertThat(world.findings(records, world.cards()))
                .containsExactly(new Finding(
                        "I2",
                        "psd 00000017",
                        "void " + VOID + " of piece 1 is voided at the authority and was not requested here"));
        assertThat(world.findingsWhenMeanwhile(records, world.cards(), ourVoid("open")))
                .isEmpty();
    }

    @Test
    void a_released_piece_that_the_authority_voided_is_reported_unless_the_vendor_requested_it() throws SQLException {
        AuthorityRecords records = world.records(
                List.of(world.device()),
                List.of(AuditedWorld.GRANTED),
                List.of(),
                new Piece(new PsdSerial(AuditedWorld.PSD), 1));
        assertThat(world.findings(records, world.cards()))
                .extracting(Finding::invariant)
                .containsExactly("I9");
        assertThat(world.findings(records, world.cards(), ourVoid("refused")))
                .extracting(Finding::invariant)
                .contains("I9");
        assertThat(world.findingsWhenMeanwhile(records, world.cards(), ourVoid("open")))
                .isEmpty();
    }

    private static String ourVoid(String state) {
        return "insert into piece_void (id, psd, piece_count, because, state) values ('" + VOID + "', 17, 1, 'test', '"
                + state + "')";
    }

    private List<Finding> withDevices(Device... devices) throws SQLException {
        return world.findings(world.records(List.of(devices), List.of(AuditedWorld.GRANTED), List.of()), world.cards());
    }
}
