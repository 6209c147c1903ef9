package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndiciumContentTest {

    @Property(tries = 10_000)
    void decoding_gives_back_what_was_encoded(@ForAll("contents") IndiciumContent content) {
        byte[] bytes = content.encode();
        assertThat(bytes).hasSize(IndiciumContent.LENGTH);
        assertThat(IndiciumContent.decode(bytes)).isEqualTo(content);
    }

    @Property(tries = 2_000)
    void encoding_gives_back_what_was_decoded_or_it_was_refused(
            @ForAll("contents") IndiciumContent content, @ForAll @IntRange(max = 71) int at, @ForAll byte written) {
        byte[] bytes = content.encode();
        bytes[at] = written;
        try {
            assertThat(IndiciumContent.decode(bytes).encode()).isEqualTo(bytes);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal.getMessage()).matches("(?s).*( must |not issued).*");
        }
    }

    @Test
    void every_field_stands_where_the_layout_says() {
        IndiciumContent content = Sample.content()
                .licensingPostcode(0xA1A2A3A4L)
                .destination(0xB1B2B3B4B5L)
                .pieceCount(0xC1C2C3C4L)
                .certificateSerial(new CertificateSerial(0xD1D2D3D4L))
                .registers(new Registers(Money.ofMills(0xE1E2E3E4E5L), Money.ofMills(0xF1F2F3F4L)))
                .postage(Money.ofMills(0x010203))
                .licence(new LicenceNumber(0x11121314L))
                .labelPosition(0x2122)
                .psdSerial(new PsdSerial(0x00010203))
                .build();
        String hex = HexFormat.of().formatHex(content.encode());
        assertThat(hex)
                .isEqualTo("81" + "03" + "d4d3d2d1" + ascii("SW") + ascii("01") + "03020100" + "e5e4e3e2e1" + "030201"
                        + "03293501" + "a4a3a2a1" + "b5b4b3b2b1" + ascii("SWR001") + "f4f3f2f1" + ascii("FCL ")
                        + "c4c3c2c1"
                        + "14131211" + "0a6c6a78100001" + "2221" + "5f26" + "4803" + ascii("US"));
    }

    @Test
    void holds_the_tops_of_all_its_fields() {
        IndiciumContent content = Sample.content()
                .certificateSerial(new CertificateSerial(0xFFFF_FFFFL))
                .psdSerial(new PsdSerial(99_999_999))
                .registers(new Registers(Money.ofMills(0xFF_FFFF_FFFFL), Money.ofMills(0xFFFF_FFFFL)))
                .postage(Money.ofMills(0xFF_FFFF))
                .date(LocalDate.of(9999, 12, 31))
                .licensingPostcode(0xFFFF_FFFFL)
                .destination(0xFF_FFFF_FFFFL)
                .pieceCount(0xFFFF_FFFFL)
                .licence(new LicenceNumber(0xFFFF_FFFFL))
                .labelSerial(new LabelSerial("ZZZZZZZZZX"))
                .labelPosition(0xFFFF)
                .frankedOn(LocalDate.of(2179, 6, 6))
                .currency(999)
                .build();
        assertThat(IndiciumContent.decode(content.encode())).isEqualTo(content);
    }

    private record Field(String name, long least, long most, LongFunction<Object> made) {}

    /** A number within a field's bounds is accepted; any other is refused with the field's name and bounds. */
    @Property(tries = 20_000)
    void a_number_is_within_its_field_or_refused_by_name_and_bound(
            @ForAll("fields") Field field, @ForAll("numbersAround") long distance) {
        for (long number :
                new long[] {field.least() - distance, field.least() + distance, field.most() + distance, distance}) {
            if (number >= field.least() && number <= field.most()) {
                assertThat(field.made().apply(number)).isNotNull();
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> field.made().apply(number))
                        .withMessage("%s must be %d to %d, not %d", field.name(), field.least(), field.most(), number);
            }
        }
    }

    @Provide
    Arbitrary<Field> fields() {
        return Arbitraries.of(
                new Field("PSD serial number", 1, 99_999_999, PsdSerial::new),
                new Field("licence number", 1, 0xFFFF_FFFFL, LicenceNumber::new),
                new Field("certificate serial number", 1, 0xFFFF_FFFFL, CertificateSerial::new),
                new Field("money in mills", 0, 0xFF_FFFF_FFFFL, Money::ofMills),
                new Field("licensing postcode", 0, 0xFFFF_FFFFL, n -> Sample.content()
                        .licensingPostcode(n)
                        .build()),
                new Field("destination", 0, 0xFF_FFFF_FFFFL, n -> Sample.content()
                        .destination(n)
                        .build()),
                new Field("piece count", 0, 0xFFFF_FFFFL, n -> Sample.content()
                        .pieceCount(n)
                        .build()));
    }

    /**
     * The same for parts that are checked earlier or are not a long, so that only numbers near the bounds can be made.
     */
    @Property(tries = 5_000)
    void a_small_number_is_within_its_field_or_refused_by_name_and_bound(
            @ForAll("smallFields") Field field, @ForAll @IntRange(max = 100_000) int distance) {
        assertThat(field.made().apply(Math.max(field.least(), field.most() - distance)))
                .isNotNull();
        long above = field.most() + 1 + distance;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.made().apply(above))
                .withMessage("%s must be %d to %d, not %d", field.name(), field.least(), field.most(), above);
    }

    @Property
    void a_number_below_zero_is_refused_by_name_and_bound(
            @ForAll("smallFields") Field field, @ForAll @IntRange(min = 1, max = 100_000) int below) {
        boolean money = field.most() >= Bounds.U24;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.made().apply(-below))
                .withMessage(
                        "%s must be 0 to %d, not %d",
                        money ? "money in mills" : field.name(), money ? Bounds.U40 : field.most(), -below);
    }

    @Provide
    Arbitrary<Field> smallFields() {
        return Arbitraries.of(
                new Field("postage in mills", 0, 0xFF_FFFF, n -> Sample.content()
                        .postage(Money.ofMills(n))
                        .build()),
                new Field(
                        "descending register in mills",
                        0,
                        0xFFFF_FFFFL,
                        n -> new Registers(Money.ZERO, Money.ofMills(n))),
                new Field("label position", 0, 65_535, n -> Sample.content()
                        .labelPosition((int) n)
                        .build()),
                new Field("currency", 0, 999, n -> Sample.content()
                        .currency((int) n)
                        .build()),
                new Field("franked on, in days since 2000-01-01", 0, 65_535, n -> Sample.content()
                        .frankedOn(IndiciumContent.FIRST_DAY.plusDays(n))
                        .build()));
    }

    @Provide
    Arbitrary<Long> numbersAround() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3), Arbitraries.longs().between(0, 1L << 41), Arbitraries.longs());
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                refusal("manufacturer must be 2 of A-Z and 0-9, not \"sw\"", c -> c.manufacturer("sw")),
                refusal("model must be 2 of A-Z and 0-9, not missing", c -> c.model(null)),
                refusal("software id must be 1 to 6 printable", c -> c.softwareId("TOOLONG")),
                refusal("software id must be 1 to 6 printable", c -> c.softwareId("é")),
                refusal("rate category must be 1 to 4 printable", c -> c.rateCategory("A ")),
                refusal("rate category must be 1 to 4 printable", c -> c.rateCategory("")),
                refusal("issuing country must be 2 of", c -> c.country("USA")),
                refusal(
                        "postage in mills must be 0 to 16777215, not 16777216",
                        c -> c.postage(Money.ofMills(0x1000000))),
                refusal("year of the date of mailing must be 1 to 9999", c -> c.date(LocalDate.of(10_000, 1, 1))),
                refusal("licensing postcode must be 0 to 4294967295", c -> c.licensingPostcode(0x1_0000_0000L)),
                refusal("licensing postcode must be 0 to 4294967295", c -> c.licensingPostcode(-1)),
                refusal("destination must be 0 to 1099511627775", c -> c.destination(0x100_0000_0000L)),
                refusal("piece count must be 0 to 4294967295", c -> c.pieceCount(0x1_0000_0000L)),
                refusal("label position must be 0 to 65535, not 65536", c -> c.labelPosition(65_536)),
                refusal(
                        "franked on, in days since 2000-01-01 must be 0 to 65535",
                        c -> c.frankedOn(LocalDate.of(2179, 6, 7))),
                refusal(
                        "franked on, in days since 2000-01-01 must be 0 to 65535",
                        c -> c.frankedOn(LocalDate.of(1999, 12, 31))),
                refusal("currency must be 0 to 999, not 1000", c -> c.currency(1000)));
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void refuses_what_is_out_of_bounds_by_field_and_bound(String message, UnaryOperator<ContentBuilder> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(Sample.content()).build())
                .withMessageStartingWith(message);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of("PSD serial number must be 1 to 99999999, not 100000000", (Runnable)
                        () -> new PsdSerial(100_000_000)),
                Arguments.of("PSD serial number must be 1 to 99999999, not 0", (Runnable) () -> new PsdSerial(0)),
                Arguments.of("licence number must be 1 to 4294967295, not 4294967296", (Runnable)
                        () -> new LicenceNumber(1L << 32)),
                Arguments.of("certificate serial number must be 1 to 4294967295, not 0", (Runnable)
                        () -> new CertificateSerial(0)),
                Arguments.of("descending register in mills must be 0 to 4294967295, not 4294967296", (Runnable)
                        () -> new Registers(Money.ZERO, Money.ofMills(1L << 32))));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void refuses_numbers_that_no_field_holds(String message, Runnable make) {
        assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("illegalBytes")
    void refuses_illegal_bytes_by_field(String message, int at, byte[] written) {
        byte[] bytes = Sample.content().build().encode();
        System.arraycopy(written, 0, bytes, at, written.length);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndiciumContent.decode(bytes))
                .withMessageContaining(message);
    }

    static List<Arguments> illegalBytes() {
        return List.of(
                illegal("format version must be 129", 0, 0x80),
                illegal("algorithm must be 1 (DSA) or 3", 1, 2),
                illegal("certificate serial number must be 1", 2, 0, 0, 0, 0),
                illegal("manufacturer must be 2", 6, 0xFF),
                illegal("PSD serial number must be 1 to 99999999", 10, 0, 0xE1, 0xF5, 0x05),
                illegal("date of mailing must be a day", 22, 0xEF, 0x0B, 0x35, 0x01),
                illegal("date of mailing as the number yyyymmdd must be 10101", 22, 1, 0, 0, 0),
                illegal("rate category must be 1 to 4", 45, 0, 0, 0, 0),
                illegal("licence number must be 1", 53, 0, 0, 0, 0),
                illegal("label serial number must be below 36", 57, 0xFF),
                illegal("currency must be 0 to 999", 68, 0xE8, 3),
                illegal("issuing country must be 2", 70, 'u'));
    }

    @Provide
    Arbitrary<IndiciumContent> contents() {
        return Contents.any();
    }

    private static Arguments refusal(String message, UnaryOperator<ContentBuilder> change) {
        return Arguments.of(message, change);
    }

    private static Arguments illegal(String message, int at, int... bytes) {
        byte[] written = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            written[i] = (byte) bytes[i];
        }
        return Arguments.of(message, at, written);
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
