package org.stampwright.indicium;

import java.time.LocalDate;

/** One content for tests that need any. */
public final class Sample {

    private Sample() {
    }

    public static ContentBuilder content() {
        return IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1001)).manufacturer("SW").model("01")
                .psdSerial(new PsdSerial(12_345_678)).registers(new Registers(Money.parse("0.82"), Money.parse("99.18")))
                .postage(Money.parse("0.82")).date(LocalDate.of(2026, 11, 23)).licensingPostcode(94105)
                .softwareId("SWR001").rateCategory("FCL").pieceCount(1).licence(new LicenceNumber(700_001))
                .labelSerial(new LabelSerial("SW00000001")).labelPosition(7).frankedOn(LocalDate.of(2026, 11, 23))
                .currency(840).country("US");
    }
}
