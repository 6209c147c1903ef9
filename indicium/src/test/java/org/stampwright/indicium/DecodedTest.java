package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecodedTest {

    @Property(tries = 20_000)
    void any_bytes_have_an_answer(@ForAll byte[] bytes) {
        assertThat(Decoded.of(bytes)).isNotNull();
    }

    @Test
    void names_what_it_refuses() {
        assertThat(Decoded.of(new byte[0])).isEqualTo(new Decoded.Refused("no bytes at all"));
        assertThat(Decoded.of(new byte[48]))
                .isEqualTo(new Decoded.Refused("length of a historic indicium in bytes must be at least 49, not 48"));
        assertThat(Decoded.of(new byte[] {(byte) 0x82}))
                .isEqualTo(new Decoded.Refused("format version 0x82 is not known here"));
        assertThat(Decoded.of(Arrays.copyOf(Sample.content().build().encode(), 135)))
                .isEqualTo(new Decoded.Refused("length of an indicium in bytes must be 136 to 136, not 135"));
    }

    @Test
    void reads_a_historic_one_with_the_same_field_names() {
        HistoricIndicium historic = historic(bytes(89));
        assertThat(historic.fields())
                .containsEntry("formatVersion", 0L)
                .containsEntry("algorithm", 1L)
                .containsEntry("certificateSerial", 255L)
                .containsEntry("manufacturer", "PB")
                .containsEntry("model", "0001")
                .containsEntry("psdSerial", "00123456")
                .containsEntry("ascending", 5_000L)
                .containsEntry("postage", 370L)
                .containsEntry("date", "2003-06-14")
                .containsEntry("softwareId", "SOFT01")
                .containsEntry("descending", 20_000L)
                .containsEntry("rateCategory", "FC")
                .doesNotContainKey("pieceCount");
        assertThat(SignedIndicium.decode(signed()).fields().keySet())
                .containsAll(historic.fields().keySet().stream()
                        .filter(name -> !name.equals("rest"))
                        .toList());
        assertThat(historic.rest()).hasSize(80);
        assertThat(historic.isSpecimen()).isFalse();
    }

    @Test
    void tells_the_piece_number_where_it_can() {
        byte[] numbered = bytes(93);
        System.arraycopy(new byte[] {7, 1, 0, 0}, 0, numbered, 49, 4);
        assertThat(historic(numbered).pieceCount()).isEqualTo(OptionalLong.of(263));
        assertThat(historic(bytes(93)).pieceCount()).isEmpty();
        assertThat(historic(Arrays.copyOf(numbered, 92)).pieceCount()).isEmpty();
    }

    @Test
    void a_historic_one_with_zeroed_registers_and_signature_is_a_specimen() {
        byte[] specimen = bytes(89);
        Arrays.fill(specimen, 14, 19, (byte) 0);
        Arrays.fill(specimen, 41, 45, (byte) 0);
        assertThat(historic(specimen).isSpecimen()).isFalse();
        Arrays.fill(specimen, 49, 89, (byte) 0);
        assertThat(historic(specimen).isSpecimen()).isTrue();
    }

    @Test
    void a_historic_date_that_is_none_is_none() {
        byte[] undated = bytes(60);
        Arrays.fill(undated, 22, 26, (byte) 0xFF);
        assertThat(historic(undated).date()).isNull();
        assertThat(historic(undated).dateOfMailing()).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void ours_round_trips_with_its_signature() {
        SignedIndicium indicium = SignedIndicium.decode(signed());
        assertThat(Decoded.of(signed())).isEqualTo(new Decoded.Ours(indicium));
        assertThat(indicium.encode()).isEqualTo(signed());
        assertThat(indicium.isSpecimen()).isFalse();
        assertThat(indicium.content().specimen().isSpecimen()).isTrue();
        assertThat(indicium.content().specimen().content().postage())
                .isEqualTo(indicium.content().postage());
    }

    private static byte[] signed() {
        byte[] bytes = Arrays.copyOf(Sample.content().build().encode(), 136);
        Arrays.fill(bytes, 72, 136, (byte) 0x5A);
        return bytes;
    }

    private static HistoricIndicium historic(byte[] bytes) {
        return ((Decoded.Historic) Decoded.of(bytes)).indicium();
    }

    /** Builds bytes in the published field order; the model is not printable text. */
    private static byte[] bytes(int length) {
        byte[] bytes = Arrays.copyOf(
                HexFormat.of()
                        .parseHex("00" + "01" + "ff000000" + "5042" + "0001" + "40e20100" + "8813000000" + "720100"
                                + "96a43101" + "00000000" + "0000000000" + hex("SOFT01") + "204e0000" + hex("FC  ")),
                length);
        Arrays.fill(bytes, 49, length, (byte) 0x77);
        return bytes;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
