package org.stampwright.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.StockFile;

/** Print jobs with random signatures, because this module does not verify them. */
final class Jobs {
    static final LabelSerial SHEET = new LabelSerial("SW00000001");

    private Jobs() {}

    /** Returns a job with a stamp for every label of a sheet. */
    static PrintJob full(LabelStock stock) {
        Random random = new Random(stock.code().hashCode());
        List<PrintJob.Piece> pieces = new ArrayList<>();
        for (int position : stock.positions()) {
            byte[] signature = new byte[SignedIndicium.SIGNATURE_LENGTH];
            random.nextBytes(signature);
            pieces.add(
                    new PrintJob.Piece(position, new SignedIndicium(content(position), signature).encode(), "letter"));
        }
        return new PrintJob(
                UUID.randomUUID(),
                SHEET,
                stock.code(),
                UUID.randomUUID(),
                pieces,
                new byte[] {1},
                Optional.of(StockFile.write(stock)));
    }

    private static IndiciumContent content(int position) {
        return IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1001))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(12_345_678))
                .registers(new Registers(Money.ofMills(820L * (position + 1)), Money.ofMills(90_000 - 820L * position)))
                .postage(Money.ofMills(820))
                .licensingPostcode(94105)
                .softwareId("SWR001")
                .rateCategory("FCL")
                .pieceCount(position + 1L)
                .licence(new LicenceNumber(700_001))
                .labelSerial(SHEET)
                .labelPosition(position)
                .frankedOn(LocalDate.of(2026, 11, 23))
                .currency(840)
                .country("US")
                .build();
    }
}
