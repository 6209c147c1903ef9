package org.stampwright.indicium;

import java.time.LocalDate;
import java.util.Random;

/** Sample contents for tests. */
public final class Sample {

    private Sample() {}

    public static ContentBuilder content() {
        return IndiciumContent.builder()
                .certificateSerial(new CertificateSerial(1001))
                .manufacturer("SW")
                .model("01")
                .psdSerial(new PsdSerial(12_345_678))
                .registers(new Registers(Money.parse("0.82"), Money.parse("99.18")))
                .postage(Money.parse("0.82"))
                .date(LocalDate.of(2026, 11, 23))
                .licensingPostcode(94105)
                .softwareId("SWR001")
                .rateCategory("FCL")
                .pieceCount(1)
                .licence(new LicenceNumber(700_001))
                .labelSerial(new LabelSerial("SW00000001"))
                .labelPosition(7)
                .frankedOn(LocalDate.of(2026, 11, 23))
                .currency(840)
                .country("US");
    }

    /** Returns a realistic stamp: small registers, few rates, nearby dates, a random signature. */
    public static SignedIndicium realistic(Random random) {
        byte[] signature = new byte[SignedIndicium.SIGNATURE_LENGTH];
        random.nextBytes(signature);
        Money postage = Money.ofMills(new int[] {820, 610, 290, 1_650, 825}[random.nextInt(5)]);
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        IndiciumContent content = content()
                .certificateSerial(new CertificateSerial(1 + random.nextInt(5_000)))
                .psdSerial(new PsdSerial(1 + random.nextInt(10_000)))
                .postage(postage)
                .registers(new Registers(
                        Money.ofMills(random.nextInt(10_000_000)), Money.ofMills(random.nextInt(500_000))))
                .date(random.nextBoolean() ? day : null)
                .frankedOn(day)
                .pieceCount(1 + random.nextInt(100_000))
                .labelSerial(LabelSerial.draw("SW", random))
                .labelPosition(random.nextInt(31))
                .build();
        return new SignedIndicium(content, signature);
    }
}
