package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.trust.Piece;
import org.stampwright.paper.PrintJob;

class JobCheckTest {
    private static final LabelSerial SHEET = new LabelSerial("SW00000001");
    private static final UUID RUN = UUID.fromString("7a7a7a7a-1111-4222-8333-944455556666");
    private static final TestAuthority POST = new TestAuthority();
    private static final TestAuthority OTHER_POST = new TestAuthority();

    private final JobCheck check = new JobCheck(POST.root(), TestAuthority.CLOCK);

    @Test
    void genuine_stamps_for_the_sheet_in_the_printer_are_approved() {
        JobCheck.Checked checked = check(job(POST.stamp(SHEET, 3, 1), POST.stamp(SHEET, 4, 2)));
        assertThat(checked)
                .isInstanceOfSatisfying(JobCheck.Checked.Approved.class, approved -> assertThat(approved.stamps())
                        .hasSize(2));
    }

    @Test
    void a_serial_typed_in_groups_or_small_letters_is_the_same_serial() {
        PrintJob job = job(POST.stamp(SHEET, 3, 1));
        assertThat(check.check(job, SHEET.grouped(), RUN)).isInstanceOf(JobCheck.Checked.Approved.class);
        assertThat(check.check(job, SHEET.printed().toLowerCase(Locale.ROOT), RUN))
                .isInstanceOf(JobCheck.Checked.Approved.class);
    }

    @Test
    void the_last_five_characters_will_do_and_four_will_not() {
        PrintJob job = job(POST.stamp(SHEET, 3, 1));
        assertThat(check.check(job, SHEET.printed().substring(6), RUN)).isInstanceOf(JobCheck.Checked.Approved.class);
        assertThat(check.check(job, SHEET.printed().substring(7), RUN)).isInstanceOf(JobCheck.Checked.Rejected.class);
    }

    @Test
    void a_forged_stamp_stops_the_whole_job() {
        SignedIndicium forged = new SignedIndicium(
                TestAuthority.content(SHEET, 4, 2), POST.stamp(SHEET, 3, 1).signature());
        rejects(check(job(POST.stamp(SHEET, 3, 1), forged)), "label 4 is not genuine");
    }

    @Test
    void a_specimen_is_not_printed() {
        rejects(check(job(TestAuthority.content(SHEET, 3, 1).specimen())), "not genuine");
    }

    @Test
    void a_stamp_of_another_authority_is_not_printed() {
        rejects(check(job(OTHER_POST.stamp(SHEET, 3, 1))), "not genuine");
    }

    @Test
    void a_bundle_of_another_authority_proves_nothing() {
        rejects(check(job(OTHER_POST.bundle(), OTHER_POST.stamp(SHEET, 3, 1))), "not the authority's");
    }

    @Test
    void a_stale_bundle_proves_nothing() {
        Instant past = TestAuthority.NOW.minusSeconds(1);
        rejects(check(job(POST.bundle(past), POST.stamp(SHEET, 3, 1))), "stale");
    }

    @Test
    void a_damaged_bundle_is_refused() {
        rejects(check(job(new byte[] {1, 2, 3}, POST.stamp(SHEET, 3, 1))), "cannot be read");
    }

    @Test
    void a_voided_stamp_is_not_printed() {
        byte[] bundle = POST.bundle(new Piece(new PsdSerial(12_345_678), 1));
        rejects(check(job(bundle, POST.stamp(SHEET, 3, 1))), "void");
    }

    @Test
    void a_stamp_made_for_another_sheet_is_not_printed() {
        LabelSerial other = new LabelSerial("SW00000002");
        rejects(check(job(POST.stamp(other, 3, 1))), "was made for label 3 of sheet " + other.grouped());
    }

    @Test
    void a_stamp_is_not_printed_on_another_label_than_its_own() {
        PrintJob moved = new PrintJob(
                UUID.randomUUID(),
                SHEET,
                "US-LETTER-25",
                RUN,
                List.of(new PrintJob.Piece(5, POST.stamp(SHEET, 3, 1).encode(), "letter")),
                POST.bundle(),
                Optional.empty());
        rejects(check(moved), "was made for label 3");
    }

    @Test
    void the_same_stamp_is_not_printed_twice() {
        rejects(check(job(POST.stamp(SHEET, 3, 1), POST.stamp(SHEET, 4, 1))), "twice");
    }

    @Test
    void two_stamps_are_not_printed_on_one_label() {
        rejects(check(job(POST.stamp(SHEET, 3, 1), POST.stamp(SHEET, 3, 2))), "twice");
    }

    @Test
    void a_job_for_another_sheet_than_the_one_in_the_printer_is_refused() {
        rejects(
                check.check(job(POST.stamp(SHEET, 3, 1)), new LabelSerial("SW00000002").printed(), RUN),
                "not the one in the printer");
    }

    @Test
    void a_job_of_another_run_is_refused() {
        rejects(check.check(job(POST.stamp(SHEET, 3, 1)), SHEET.printed(), UUID.randomUUID()), "another print run");
    }

    private JobCheck.Checked check(PrintJob job) {
        return check.check(job, SHEET.printed(), RUN);
    }

    private static PrintJob job(SignedIndicium... stamps) {
        return job(POST.bundle(), stamps);
    }

    private static PrintJob job(byte[] bundle, SignedIndicium... stamps) {
        List<PrintJob.Piece> pieces = new ArrayList<>();
        for (SignedIndicium stamp : stamps) {
            pieces.add(new PrintJob.Piece(stamp.content().labelPosition(), stamp.encode(), "letter"));
        }
        return new PrintJob(UUID.randomUUID(), SHEET, "US-LETTER-25", RUN, pieces, bundle, Optional.empty());
    }

    private static void rejects(JobCheck.Checked checked, String because) {
        assertThat(checked)
                .isInstanceOfSatisfying(JobCheck.Checked.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains(because));
    }
}
