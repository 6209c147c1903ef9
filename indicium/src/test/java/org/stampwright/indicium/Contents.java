package org.stampwright.indicium;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;

/** Generates contents over the whole range of every field, including the bounds. */
public final class Contents {

    private static final String ISSUED = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Contents() {}

    public static Arbitrary<IndiciumContent> any() {
        return Builders.withBuilder(Sample::content)
                .use(bits(32).filter(n -> n > 0).map(CertificateSerial::new))
                .in(ContentBuilder::certificateSerial)
                .use(Arbitraries.of(Algorithm.class))
                .in(ContentBuilder::algorithm)
                .use(identifier(2))
                .in(ContentBuilder::manufacturer)
                .use(identifier(2))
                .in(ContentBuilder::model)
                .use(Arbitraries.longs().between(1, PsdSerial.MAXIMUM).map(PsdSerial::new))
                .in(ContentBuilder::psdSerial)
                .use(bits(40).flatMap(
                                up -> bits(32).map(down -> new Registers(Money.ofMills(up), Money.ofMills(down)))))
                .in(ContentBuilder::registers)
                .use(bits(24).map(Money::ofMills))
                .in(ContentBuilder::postage)
                .use(days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).injectNull(0.2))
                .in(ContentBuilder::date)
                .use(bits(32))
                .in(ContentBuilder::licensingPostcode)
                .use(bits(40))
                .in(ContentBuilder::destination)
                .use(text(6))
                .in(ContentBuilder::softwareId)
                .use(text(4))
                .in(ContentBuilder::rateCategory)
                .use(bits(32))
                .in(ContentBuilder::pieceCount)
                .use(bits(32).filter(n -> n > 0).map(LicenceNumber::new))
                .in(ContentBuilder::licence)
                .use(serials())
                .in(ContentBuilder::labelSerial)
                .use(Arbitraries.integers().between(0, 65_535))
                .in(ContentBuilder::labelPosition)
                .use(days(IndiciumContent.FIRST_DAY, IndiciumContent.FIRST_DAY.plusDays(65_535)))
                .in(ContentBuilder::frankedOn)
                .use(Arbitraries.integers().between(0, 999))
                .in(ContentBuilder::currency)
                .use(identifier(2))
                .in(ContentBuilder::country)
                .build(ContentBuilder::build);
    }

    static Arbitrary<LabelSerial> serials() {
        return Arbitraries.strings()
                .withChars(ISSUED)
                .ofLength(10)
                .filter(Contents::isIssued)
                .map(LabelSerial::new);
    }

    static Arbitrary<Long> bits(int bits) {
        return Arbitraries.longs().between(0, (1L << bits) - 1);
    }

    private static Arbitrary<String> identifier(int length) {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(length);
    }

    private static Arbitrary<String> text(int most) {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(most)
                .filter(text -> text.equals(text.strip()) && !text.isEmpty());
    }

    private static Arbitrary<LocalDate> days(LocalDate from, LocalDate to) {
        return Arbitraries.longs().between(from.toEpochDay(), to.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    private static boolean isIssued(String withoutCheck) {
        try {
            new LabelSerial(withoutCheck);
            return true;
        } catch (IllegalArgumentException notIssued) {
            return false;
        }
    }
}
