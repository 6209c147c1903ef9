package org.stampwright.indicium.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Contents;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.Sample;

class StampLayoutTest {

    /**
     * For any content and any label, either no layout fits, or no letter is lower than ten dots and none is outside.
     */
    @Property(tries = 5_000)
    void what_is_written_is_legible_and_stays_on_the_label(
            @ForAll("contents") IndiciumContent content,
            @ForAll @DoubleRange(min = 1, max = 90) double width,
            @ForAll @DoubleRange(min = 1, max = 90) double height) {
        Rectangle2D area = new Rectangle2D.Double(3, 7, width, height);
        StampLayout.of(StampDrawing.of(content.specimen()), area).ifPresent(layout -> {
            assertThat(layout.text().smallestCapital()).isGreaterThanOrEqualTo(StampDrawing.LEAST_CAPITAL - 1e-6);
            assertThat(layout.text().staysWithin(area)).isTrue();
        });
    }

    @Test
    void a_square_label_too_narrow_for_the_symbol_beside_the_text_has_it_below() {
        assertThat(StampDrawing.fits(45, 45)).isTrue();
        assertThat(StampDrawing.fits(45, 30)).isFalse();
    }

    @Test
    void a_rates_name_that_nobody_could_read_is_left_to_its_category() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 57, 24);
        String name = "A rate with a very long name indeed, longer than any label and than anybody would read";
        StampDrawing drawing = new StampDrawing(Sample.content().build().specimen(), StampDesign.STAMPWRIGHT, name);
        assertThat(StampLayout.of(drawing, area).orElseThrow().text().smallestCapital())
                .isGreaterThanOrEqualTo(StampDrawing.LEAST_CAPITAL);
    }

    @Test
    void on_an_area_without_room_nothing_is_drawn() {
        Graphics2D g = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StampDrawing.of(Sample.content().build().specimen())
                        .draw(g, new Rectangle2D.Double(0, 0, 22.4, 22.4)))
                .withMessageContaining("22.40 by 22.40 mm has no room");
    }

    @Provide
    Arbitrary<IndiciumContent> contents() {
        return Contents.any();
    }
}
