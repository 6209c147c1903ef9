package org.stampwright.indicium.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.symbol.ReadSymbol;
import org.stampwright.indicium.symbol.SymbolReader;

class StampDrawingTest {

    private static final double SCALE = 300 / 25.4;

    static Stream<LabelStock> stocks() {
        return LabelStocks.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void every_stamp_of_a_full_sheet_is_read_from_its_picture_in_order(LabelStock stock) {
        Random random = new Random(8);
        byte[][] drawn = new byte[stock.labels()][];
        BufferedImage page = page(stock, (g, all) -> {
            for (int position : stock.positions()) {
                SignedIndicium stamp = Sample.realistic(random);
                drawn[stock.positions().indexOf(position)] = stamp.encode();
                StampDrawing.of(stamp).draw(g, stock.stampArea(position));
            }
        });
        assertThat(SymbolReader.read(page)).extracting(ReadSymbol::bytes).containsExactly(drawn);
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void a_specimen_reads_as_one_and_is_overprinted(LabelStock stock) {
        SignedIndicium specimen = Sample.content().build().specimen();
        int position = stock.positions().get(0);
        BufferedImage page = page(stock, (g, all) -> StampDrawing.of(specimen).draw(g, stock.stampArea(position)));
        assertThat(SymbolReader.read(page)).extracting(ReadSymbol::bytes).containsExactly(specimen.encode());
        assertThat(reddish(page)).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void nothing_is_drawn_outside_the_stamps_area(LabelStock stock) {
        SignedIndicium dear = new SignedIndicium(
                Sample.content()
                        .postage(Money.ofMills(0xFF_FFFF))
                        .softwareId("W")
                        .build(),
                new byte[64]);
        assertStaysWithin(stock, dear, "A rate with a very long name indeed, longer than any label");
        assertStaysWithin(stock, Sample.content().build().specimen(), "Letter");
    }

    private static void assertStaysWithin(LabelStock stock, SignedIndicium stamp, String rate) {
        Rectangle2D area = stock.stampArea(stock.positions().get(stock.labels() / 2));
        BufferedImage page =
                page(stock, (g, all) -> new StampDrawing(stamp, StampDesign.STAMPWRIGHT, rate).draw(g, area));
        Rectangle2D pixels = new Rectangle2D.Double(
                area.getX() * SCALE - 1,
                area.getY() * SCALE - 1,
                area.getWidth() * SCALE + 2,
                area.getHeight() * SCALE + 2);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (page.getRGB(x, y) != Color.WHITE.getRGB()) {
                    assertThat(pixels.contains(x, y))
                            .as("pixel " + x + ", " + y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_category_stands_beside_the_rates_name_unless_it_is_the_name() {
        SignedIndicium stamp = Sample.realistic(new Random(3));
        assertThat(Wording.rate(new StampDrawing(stamp, StampDesign.STAMPWRIGHT, "Letter")))
                .containsExactly("Letter", "FCL");
        assertThat(Wording.rate(StampDrawing.of(stamp))).containsExactly("FCL");
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void the_symbols_modules_are_whole_dots_of_a_printer_of_three_hundred(LabelStock stock) {
        int position = stock.positions().get(stock.labels() - 1);
        BufferedImage page = page(stock, (g, all) -> StampDrawing.of(Sample.realistic(new Random(9)))
                .draw(g, stock.stampArea(position)));
        Rectangle2D symbol = SymbolReader.read(page).get(0).bounds();
        assertThat(symbol.getWidth()).isEqualTo(220);
        assertThat(symbol.getHeight()).isEqualTo(220);
        for (int y = (int) symbol.getMinY(); y < symbol.getMaxY(); y++) {
            for (int x = (int) symbol.getMinX(); x < symbol.getMaxX(); x++) {
                assertThat(page.getRGB(x, y)).isIn(Color.BLACK.getRGB(), Color.WHITE.getRGB());
            }
        }
    }

    @Test
    void the_graphics_are_left_as_they_were() {
        LabelStock stock = LabelStocks.builtIn().find("A4-24").orElseThrow();
        page(stock, (g, all) -> {
            AffineTransform before = g.getTransform();
            Color colour = g.getColor();
            StampDrawing.of(Sample.realistic(new Random(11))).draw(g, stock.stampArea(1));
            assertThat(g.getTransform()).isEqualTo(before);
            assertThat(g.getColor()).isEqualTo(colour);
        });
    }

    private static BufferedImage page(LabelStock stock, BiConsumer<Graphics2D, Rectangle2D> draw) {
        BufferedImage page = new BufferedImage(
                (int) Math.ceil(stock.paperWidth() * SCALE),
                (int) Math.ceil(stock.paperHeight() * SCALE),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.getWidth(), page.getHeight());
        g.scale(SCALE, SCALE);
        draw.accept(g, new Rectangle2D.Double(0, 0, stock.paperWidth(), stock.paperHeight()));
        g.dispose();
        return page;
    }

    private static int reddish(BufferedImage page) {
        int reddish = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                Color colour = new Color(page.getRGB(x, y));
                reddish += colour.getRed() > colour.getBlue() + 60 ? 1 : 0;
            }
        }
        return reddish;
    }
}
