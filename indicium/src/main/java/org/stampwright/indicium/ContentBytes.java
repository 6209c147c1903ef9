package org.stampwright.indicium;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** The layout of format version 0x81: little-endian, money in mills, but the label serial number big-endian. */
final class ContentBytes {

    private ContentBytes() {}

    static byte[] of(IndiciumContent content) {
        return new FieldWriter(IndiciumContent.LENGTH)
                .number(content.formatVersion(), 1)
                .number(content.algorithm().code(), 1)
                .number(content.certificateSerial().value(), 4)
                .text(content.manufacturer(), 2)
                .text(content.model(), 2)
                .number(content.psdSerial().value(), 4)
                .number(content.ascending().mills(), 5)
                .number(content.postage().mills(), 3)
                .number(number(content.date()), 4)
                .number(content.licensingPostcode(), 4)
                .number(content.destination(), 5)
                .text(content.softwareId(), 6)
                .number(content.descending().mills(), 4)
                .text(content.rateCategory(), 4)
                .number(content.pieceCount(), 4)
                .number(content.licence().value(), 4)
                .bytes(content.labelSerial().bytes())
                .number(content.labelPosition(), 2)
                .number(content.frankedOn().toEpochDay() - IndiciumContent.FIRST_DAY.toEpochDay(), 2)
                .number(content.currency(), 2)
                .text(content.country(), 2)
                .done();
    }

    static IndiciumContent read(byte[] bytes) {
        Bounds.within(
                "length of an indicium's content in bytes",
                bytes.length,
                IndiciumContent.LENGTH,
                IndiciumContent.LENGTH);
        FieldReader in = new FieldReader(bytes);
        Bounds.within("format version", in.number(1), IndiciumContent.FORMAT_VERSION, IndiciumContent.FORMAT_VERSION);
        ContentBuilder content = new ContentBuilder()
                .algorithm(Algorithm.ofCode((int) in.number(1)))
                .certificateSerial(new CertificateSerial(in.number(4)))
                .manufacturer(in.text(2))
                .model(in.text(2))
                .psdSerial(new PsdSerial(in.number(4)));
        Money ascending = Money.ofMills(in.number(5));
        content.postage(Money.ofMills(in.number(3)))
                .date(date(in.number(4)))
                .licensingPostcode(in.number(4))
                .destination(in.number(5))
                .softwareId(in.text(6))
                .registers(new Registers(ascending, Money.ofMills(in.number(4))))
                .rateCategory(in.text(4))
                .pieceCount(in.number(4))
                .licence(new LicenceNumber(in.number(4)))
                .labelSerial(LabelSerial.ofBytes(in.bytes(LabelSerial.BYTES)))
                .labelPosition((int) in.number(2))
                .frankedOn(IndiciumContent.FIRST_DAY.plusDays(in.number(2)))
                .currency((int) in.number(2))
                .country(in.text(2));
        return refuseOtherSpelling(content.build(), bytes);
    }

    /** Refuses a content with misplaced blanks, because a content must have exactly one encoding. */
    private static IndiciumContent refuseOtherSpelling(IndiciumContent content, byte[] bytes) {
        if (!Arrays.equals(of(content), bytes)) {
            throw new IllegalArgumentException("text fields must be padded with blanks only");
        }
        return content;
    }

    /** Returns a date as the number yyyymmdd, 0 for none. */
    private static long number(LocalDate date) {
        return date == null ? 0 : date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }

    /** Returns the date of the number yyyymmdd, null for 0. */
    static LocalDate date(long number) {
        if (number == 0) {
            return null;
        }
        Bounds.within("date of mailing as the number yyyymmdd", number, 1_01_01, 9999_12_31);
        try {
            return LocalDate.of((int) (number / 10_000), (int) (number / 100 % 100), (int) (number % 100));
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(
                    "date of mailing must be a day as the number yyyymmdd, not " + number, noSuchDay);
        }
    }
}
