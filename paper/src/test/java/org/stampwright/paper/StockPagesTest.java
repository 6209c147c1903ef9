package org.stampwright.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.SerialHead;
import org.stampwright.indicium.symbol.ReadSymbol;
import org.stampwright.indicium.symbol.SymbolReader;

class StockPagesTest {
    private static final double MM_PER_DOT = 25.4 / 600;
    private static final double MM_PER_READ_DOT = 25.4 / 300;

    static Stream<LabelStock> stocks() {
        return LabelStocks.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void a_scanner_reads_the_serial_number_off_blank_stock(LabelStock stock) throws Exception {
        byte[] pdf = BlankStock.bytes(stock, List.of(Jobs.SHEET, new LabelSerial("SW00000002")));
        assertThat(scan(SheetPdfTest.render(pdf, 0), stock)).isEqualTo(Jobs.SHEET.printed());
        assertThat(scan(SheetPdfTest.render(pdf, 1), stock)).isEqualTo(new LabelSerial("SW00000002").printed());
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void blank_stock_and_test_pages_carry_no_stamp(LabelStock stock) throws IOException {
        assertThat(StampReader.read(BlankStock.bytes(stock, List.of(Jobs.SHEET))))
                .isEmpty();
        assertThat(StampReader.read(TestPage.bytes(stock))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void on_pre_printed_stock_every_stamp_is_read_and_the_serial_number_still(LabelStock stock) throws Exception {
        PrintJob job = Jobs.full(stock);
        BufferedImage page = picture(stock, g -> {
            BlankStock.draw(stock, Jobs.SHEET, g);
            SheetPdf.draw(job, stock, g);
        });
        assertThat(SymbolReader.read(page).stream().map(ReadSymbol::bytes))
                .containsExactlyElementsOf(
                        job.pieces().stream().map(PrintJob.Piece::indicium).toList());
        assertThat(scan(page, stock)).isEqualTo(Jobs.SHEET.printed());
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void what_is_pre_printed_on_a_label_stays_in_its_strip(LabelStock stock) {
        BufferedImage page = picture(stock, g -> BlankStock.draw(stock, Jobs.SHEET, g));
        for (int position : stock.positions()) {
            Rectangle2D area = stock.stampArea(position);
            assertThat(inkWithin(
                            page,
                            new Rectangle2D.Double(
                                    area.getX() + 1, area.getY() + 1, area.getWidth() - 2, area.getHeight() - 1.2)))
                    .as("ink on label %d", position)
                    .isZero();
        }
    }

    @Test
    void the_ruler_of_the_test_page_is_100_mm_long() throws IOException {
        LabelStock stock = LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();
        BufferedImage page = SheetPdfTest.render(TestPage.bytes(stock), 0);
        assertThat(longestDarkRunWithin(page, 99, 101) * MM_PER_DOT).isCloseTo(100.2, within(0.15));
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void the_test_page_is_as_large_as_the_paper(LabelStock stock) throws IOException {
        try (PDDocument document = Loader.loadPDF(TestPage.bytes(stock))) {
            assertThat(document.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
                    .isCloseTo(stock.paperWidth(), within(0.001));
        }
    }

    /** Returns the longest horizontal line whose length in mm lies between the two. */
    private static int longestDarkRunWithin(BufferedImage page, double least, double most) {
        int longest = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < page.getWidth(); x++) {
                boolean dark = (page.getRGB(x, y) & 0xFF) < 128;
                if (!dark && run * MM_PER_DOT >= least && run * MM_PER_DOT <= most) {
                    longest = Math.max(longest, run);
                }
                run = dark ? run + 1 : 0;
            }
        }
        return longest;
    }

    private static BufferedImage picture(LabelStock stock, Consumer<Graphics2D> drawing) {
        BufferedImage page = new BufferedImage(
                (int) (stock.paperWidth() / MM_PER_READ_DOT),
                (int) (stock.paperHeight() / MM_PER_READ_DOT),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.getWidth(), page.getHeight());
        g.scale(1 / MM_PER_READ_DOT, 1 / MM_PER_READ_DOT);
        drawing.accept(g);
        g.dispose();
        return page;
    }

    private static int inkWithin(BufferedImage page, Rectangle2D millimetres) {
        int ink = 0;
        for (int y = (int) (millimetres.getMinY() / MM_PER_READ_DOT);
                y < millimetres.getMaxY() / MM_PER_READ_DOT;
                y++) {
            for (int x = (int) (millimetres.getMinX() / MM_PER_READ_DOT);
                    x < millimetres.getMaxX() / MM_PER_READ_DOT;
                    x++) {
                ink += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return ink;
    }

    /** Scans like a hand scanner: one line across the bars, in the head of a sheet or the strip of a single label. */
    private static String scan(BufferedImage page, LabelStock stock) throws ReaderException {
        double mm = stock.isSingle()
                ? stock.serialStrip(0).getY() + 0.5
                : SerialHead.of(stock).top() + 0.5;
        double dot = stock.paperWidth() / page.getWidth();
        BufferedImage line = page.getSubimage(0, (int) (mm / dot), page.getWidth(), (int) (3 / dot));
        int[] pixels = line.getRGB(0, 0, line.getWidth(), line.getHeight(), null, 0, line.getWidth());
        return new Code128Reader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(line.getWidth(), line.getHeight(), pixels))))
                .getText();
    }
}
