package org.stampwright.web.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.StockFile;
import org.stampwright.paper.PrintJob;
import org.stampwright.postage.printing.PrintJobContents;
import org.stampwright.postage.printing.PrintPiece;

class PrintJobsTest {

    private static final LabelSerial SHEET = new LabelSerial("SW00000001");

    @Test
    void built_in_stock_is_not_sent() {
        assertThat(PrintJobs.of(contents("A4-24")).stockData()).isEmpty();
    }

    @Test
    void an_operators_stock_is_sent_with_the_job(@TempDir Path folder) throws IOException {
        LabelStock ours = LabelStocks.builtIn().find("A4-24").orElseThrow();
        Files.writeString(
                folder.resolve("ours.properties"), StockFile.write(ours).replace("A4-24", "OURS-24"));
        System.setProperty(LabelStocks.FOLDER_PROPERTY, folder.toString());
        try {
            PrintJob job = PrintJobs.of(contents("OURS-24"));
            System.clearProperty(LabelStocks.FOLDER_PROPERTY);
            assertThat(job.labelStock().code()).isEqualTo("OURS-24");
            assertThat(job.labelStock().label(24)).isEqualTo(ours.label(24));
        } finally {
            System.clearProperty(LabelStocks.FOLDER_PROPERTY);
        }
    }

    private static PrintJobContents contents(String stock) {
        IndiciumContent content = IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(1))
                .postage(Money.parse("0.82"))
                .softwareId("SWR001")
                .rateCategory("FCL")
                .licence(new LicenceNumber(700_001))
                .labelSerial(SHEET)
                .labelPosition(1)
                .frankedOn(LocalDate.of(2026, 2, 14))
                .currency(840)
                .country("US")
                .build();
        return new PrintJobContents(
                UUID.randomUUID(),
                SHEET.printed(),
                stock,
                UUID.randomUUID(),
                List.of(new PrintPiece(1, content.specimen(), "letter")),
                new byte[] {1});
    }
}
