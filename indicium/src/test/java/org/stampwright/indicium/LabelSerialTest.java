package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.indicium.MistypedSerial.Slip;

class LabelSerialTest {

    private static final String TYPED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final String ISSUED = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Random random = new Random(20260214);

    @Test
    void every_single_wrong_character_is_caught_at_every_position() {
        for (int place = 0; place < LabelSerial.PRINTED_LENGTH; place++) {
            for (char right : ISSUED.toCharArray()) {
                String printed = issuedWith(place, right);
                for (char wrong : TYPED.toCharArray()) {
                    if (wrong != right) {
                        StringBuilder typed = new StringBuilder(printed);
                        typed.setCharAt(place, wrong);
                        assertMistyped(typed.toString());
                    }
                }
            }
        }
    }

    @Test
    void every_two_neighbours_exchanged_are_caught_at_every_position() {
        for (int place = 0; place + 1 < LabelSerial.PRINTED_LENGTH; place++) {
            for (char first : ISSUED.toCharArray()) {
                for (char second : ISSUED.toCharArray()) {
                    if (first != second) {
                        StringBuilder typed = new StringBuilder(issuedWith(place, first, second));
                        typed.setCharAt(place, second);
                        typed.setCharAt(place + 1, first);
                        assertMistyped(typed.toString());
                    }
                }
            }
        }
    }

    @Property
    void bytes_and_text_give_it_back(@ForAll("serials") LabelSerial serial) {
        assertThat(serial.bytes()).hasSize(7);
        assertThat(LabelSerial.ofBytes(serial.bytes())).isEqualTo(serial);
        assertThat(LabelSerial.parse(serial.printed())).isEqualTo(serial);
        assertThat(LabelSerial.parse(serial.grouped().toLowerCase(Locale.ROOT))).isEqualTo(serial);
        assertThat(serial.printed()).hasSize(11).doesNotContain("I", "O", "*");
    }

    @Property
    void parsing_any_text_gives_a_serial_or_says_what_is_wrong(@ForAll String typed) {
        try {
            assertThat(LabelSerial.parse(typed).printed()).hasSize(11);
        } catch (MistypedSerial mistyped) {
            assertThat(mistyped.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sw00000001 9", " SW00-0000-019 ", "sW\u00a000\u20130000\t019"})
    void takes_lower_case_blanks_and_hyphens(String typed) {
        assertThat(LabelSerial.parse(typed)).isEqualTo(new LabelSerial("SW00000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY, Type the serial number",
        "SWO00000019, LETTER_O, type the digit 0",
        "SW0000000I9, LETTER_I, type the digit 1",
        "SW0000000.9, STRANGE_CHARACTER, is neither",
        "SW0000001, WRONG_LENGTH, this one has 9",
        "SW000000019X, WRONG_LENGTH, this one has 12",
        "SW000000018, WRONG_CHECK_CHARACTER, Compare it with the label"
    })
    void says_what_to_do_about_a_slip(String typed, Slip slip, String message) {
        assertThatExceptionOfType(MistypedSerial.class)
                .isThrownBy(() -> LabelSerial.parse(typed))
                .withMessageContaining(message)
                .satisfies(mistyped -> assertThat(mistyped.slip()).isEqualTo(slip));
    }

    @ParameterizedTest
    @CsvSource({"SW0000000😀, 😀", "SW0000000ß, ß", "SW0000000ſ, ſ", "SW0000000ı, ı"})
    void a_character_that_is_none_of_ours_is_named_whole(String typed, String named) {
        assertThatExceptionOfType(MistypedSerial.class)
                .isThrownBy(() -> LabelSerial.parse(typed))
                .withMessage("A serial number has only digits and letters; \"" + named + "\" is neither.");
    }

    @Test
    void half_a_character_is_named_by_its_number() {
        assertThatExceptionOfType(MistypedSerial.class)
                .isThrownBy(() -> LabelSerial.parse("SW\uD83D"))
                .withMessageContaining("\"U+D83D\" is neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelSerial("SW0000000\uD83D"))
                .withMessageContaining("not 'U+D83D'");
    }

    @Test
    void nothing_at_all_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> LabelSerial.parse(null))
                .withMessage("serial number as typed");
        assertThatNullPointerException().isThrownBy(() -> new LabelSerial(null)).withMessage("label serial number");
    }

    @Test
    void draws_at_random_within_a_series_and_never_an_unissued_number() {
        long distinct = random.ints(2_000)
                .mapToObj(i -> LabelSerial.draw("us7", random))
                .peek(serial -> assertThat(serial.printed()).startsWith("US7"))
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(2_000);
        assertThatIllegalArgumentException().isThrownBy(() -> LabelSerial.draw("IO", random));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelSerial.draw("TOOLONG", random));
    }

    @Test
    void about_eight_in_a_hundred_numbers_are_not_issued() {
        int issued = 0;
        for (int i = 0; i < 10_000; i++) {
            issued += isIssued(anyTen()) ? 1 : 0;
        }
        assertThat(issued).isBetween(9_100, 9_280);
    }

    @Provide
    Arbitrary<LabelSerial> serials() {
        return Contents.serials();
    }

    /** Returns an issued number, as printed, with these characters from this position on. */
    private String issuedWith(int place, char... characters) {
        while (true) {
            StringBuilder ten = new StringBuilder(anyTen());
            for (int i = 0; i < characters.length && place + i < ten.length(); i++) {
                ten.setCharAt(place + i, characters[i]);
            }
            if (isIssued(ten.toString())) {
                String printed = new LabelSerial(ten.toString()).printed();
                if (printed.startsWith(String.valueOf(characters), place)) {
                    return printed;
                }
            }
        }
    }

    private String anyTen() {
        StringBuilder ten = new StringBuilder();
        while (ten.length() < 10) {
            ten.append(ISSUED.charAt(random.nextInt(ISSUED.length())));
        }
        return ten.toString();
    }

    private static boolean isIssued(String ten) {
        try {
            new LabelSerial(ten);
            return true;
        } catch (IllegalArgumentException notIssued) {
            return false;
        }
    }

    private static void assertMistyped(String typed) {
        try {
            LabelSerial.parse(typed);
        } catch (MistypedSerial caught) {
            return;
        }
        throw new AssertionError(typed + " was taken");
    }
}
