package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.paper.PrintJob;
import org.stampwright.paper.StampReader;

class HeadlessPrintTest {
    private static final LabelSerial SHEET = new LabelSerial("SW00000001");
    private static final TestAuthority POST = new TestAuthority();
    private static final Ticket TICKET = new Ticket("abcDEF123");

    @TempDir
    private Path folder;

    private FakeVendor vendor;
    private final UUID run = UUID.randomUUID();

    @BeforeEach
    void open() throws IOException {
        vendor = new FakeVendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void the_pdf_holds_exactly_the_stamps_of_the_job_and_the_vendor_hears_of_it() throws IOException {
        SignedIndicium first = POST.stamp(SHEET, 3, 1);
        SignedIndicium second = POST.stamp(SHEET, 4, 2);
        vendor.hands(jobOf(SHEET, first, second));
        assertThat(print()).isInstanceOf(HeadlessPrint.Outcome.Written.class);
        assertThat(StampReader.read(pdf())).containsExactly(first.encode(), second.encode());
        assertThat(vendor.reports).singleElement().satisfies(report -> {
            assertThat(report.getString("outcome")).isEqualTo("printed");
            assertThat(report.getString("run")).isEqualTo(run.toString());
        });
    }

    @Test
    void the_ticket_travels_in_the_header_and_the_serial_as_typed() throws IOException {
        vendor.hands(jobOf(SHEET, POST.stamp(SHEET, 3, 1)));
        print();
        assertThat(vendor.authorizations).containsOnly("Ticket abcDEF123");
        assertThat(vendor.redemptions).singleElement().satisfies(question -> {
            assertThat(question.getString("serial")).isEqualTo(SHEET.printed());
            assertThat(question.toString()).doesNotContain("abcDEF123");
        });
    }

    @Test
    void a_lost_answer_is_asked_for_again_by_the_same_run() throws IOException {
        vendor.losesAnswers(1);
        vendor.hands(jobOf(SHEET, POST.stamp(SHEET, 3, 1)));
        assertThat(print()).isInstanceOf(HeadlessPrint.Outcome.Written.class);
        assertThat(vendor.redemptions).hasSize(2).allSatisfy(question -> assertThat(question.getString("run"))
                .isEqualTo(run.toString()));
    }

    @Test
    void a_job_that_names_two_orders_is_not_printed() throws IOException {
        vendor.handsWithTwoOrders(jobOf(SHEET, POST.stamp(SHEET, 3, 1)));
        assertThat(print()).isInstanceOf(HeadlessPrint.Outcome.Unreachable.class);
        assertThat(pdf()).doesNotExist();
    }

    @Test
    void a_forged_stamp_is_not_printed_and_reported_as_failed() throws IOException {
        vendor.hands(jobOf(
                SHEET,
                new SignedIndicium(
                        TestAuthority.content(SHEET, 4, 2),
                        POST.stamp(SHEET, 3, 1).signature())));
        assertRejected(print());
    }

    @Test
    void a_specimen_is_not_printed_and_reported_as_failed() throws IOException {
        vendor.hands(jobOf(SHEET, TestAuthority.content(SHEET, 3, 1).specimen()));
        assertRejected(print());
    }

    @Test
    void stamps_for_another_sheet_are_not_printed_and_reported_as_failed() throws IOException {
        LabelSerial other = new LabelSerial("SW00000002");
        vendor.hands(jobOf(other, POST.stamp(other, 3, 1)));
        assertRejected(print());
    }

    @Test
    void a_wrong_serial_at_the_vendor_writes_nothing_and_says_how_many_tries_are_left() throws IOException {
        vendor.turnsAway(422, "wrong-serial", ",\"left\":4");
        assertThat(print()).isInstanceOfSatisfying(HeadlessPrint.Outcome.TurnedAway.class, away -> assertThat(
                        away.problem().inWords())
                .contains("not the sheet")
                .contains("4 more times"));
        assertThat(pdf()).doesNotExist();
        assertThat(vendor.reports).isEmpty();
    }

    @Test
    void a_vendor_that_does_not_answer_is_named_as_such() throws IOException {
        URI gone = vendor.address();
        vendor.close();
        assertThat(new HeadlessPrint(POST.root(), TestAuthority.CLOCK).print(gone, TICKET, SHEET.printed(), run, pdf()))
                .isInstanceOf(HeadlessPrint.Outcome.Unreachable.class);
        assertThat(pdf()).doesNotExist();
    }

    private void assertRejected(HeadlessPrint.Outcome outcome) {
        assertThat(outcome).isInstanceOf(HeadlessPrint.Outcome.Rejected.class);
        assertThat(pdf()).doesNotExist();
        assertThat(vendor.reports).singleElement().satisfies(report -> assertThat(report.getString("outcome"))
                .isEqualTo("failed"));
    }

    private HeadlessPrint.Outcome print() throws IOException {
        return new HeadlessPrint(POST.root(), TestAuthority.CLOCK)
                .print(vendor.address(), TICKET, SHEET.printed(), run, pdf());
    }

    private Path pdf() {
        return folder.resolve("sheet.pdf");
    }

    private static Function<UUID, PrintJob> jobOf(LabelSerial sheet, SignedIndicium... stamps) {
        List<PrintJob.Piece> pieces = List.of(stamps).stream()
                .map(stamp -> new PrintJob.Piece(stamp.content().labelPosition(), stamp.encode(), "letter"))
                .toList();
        return run ->
                new PrintJob(UUID.randomUUID(), sheet, "US-LETTER-25", run, pieces, POST.bundle(), Optional.empty());
    }
}
