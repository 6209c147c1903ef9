package org.stampwright.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.symbol.ReadSymbol;
import org.stampwright.indicium.symbol.StampSymbol;
import org.stampwright.indicium.symbol.SymbolReader;

class SheetPdfTest {
    private static final int FINE = 600;
    /** The highest resolution at which a letter sheet is read without being halved. */
    private static final int READ = 400;

    private static final double MM_PER_DOT = 25.4 / READ;
    private static final double SYMBOL_MM = StampSymbol.MODULES * StampSymbol.MODULE_MM;

    static Stream<LabelStock> stocks() {
        return LabelStocks.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void every_stamp_of_a_full_sheet_is_read_back_in_the_order_of_the_labels(LabelStock stock) throws IOException {
        PrintJob job = Jobs.full(stock);
        assertThat(StampReader.read(SheetPdf.bytes(job)))
                .containsExactlyElementsOf(
                        job.pieces().stream().map(PrintJob.Piece::indicium).toList());
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void the_page_is_as_large_as_the_paper(LabelStock stock) throws IOException {
        try (PDDocument document = SheetPdf.document(Jobs.full(stock))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
                    .isCloseTo(stock.paperWidth(), within(0.001));
            assertThat(document.getPage(0).getMediaBox().getHeight() / 72 * 25.4)
                    .isCloseTo(stock.paperHeight(), within(0.001));
        }
    }

    @ParameterizedTest
    @MethodSource("stocks")
    void every_symbol_has_its_size_and_stands_on_its_label_to_a_twentieth_of_a_millimetre(LabelStock stock)
            throws IOException {
        List<ReadSymbol> symbols = SymbolReader.read(render(SheetPdf.bytes(Jobs.full(stock)), 0, READ));
        assertThat(symbols).hasSize(stock.labels());
        for (int i = 0; i < symbols.size(); i++) {
            Rectangle2D dots = symbols.get(i).bounds();
            assertThat(dots.getWidth() * MM_PER_DOT).isCloseTo(SYMBOL_MM, within(0.05));
            assertThat(dots.getHeight() * MM_PER_DOT).isCloseTo(SYMBOL_MM, within(0.05));
            Rectangle2D area = stock.stampArea(stock.positions().get(i));
            double quiet = StampSymbol.QUIET_ZONE * StampSymbol.MODULE_MM - 0.05;
            assertThat(area.contains(
                            dots.getX() * MM_PER_DOT - quiet,
                            dots.getY() * MM_PER_DOT - quiet,
                            SYMBOL_MM + 2 * quiet,
                            SYMBOL_MM + 2 * quiet))
                    .as("label %d", i + 1)
                    .isTrue();
        }
    }

    @Test
    void symbols_of_neighbouring_labels_are_one_pitch_apart() throws IOException {
        LabelStock stock = letter();
        List<ReadSymbol> symbols = SymbolReader.read(render(SheetPdf.bytes(Jobs.full(stock)), 0, READ));
        double acrossFour =
                symbols.get(4).bounds().getX() - symbols.get(0).bounds().getX();
        double downFour =
                symbols.get(20).bounds().getY() - symbols.get(0).bounds().getY();
        assertThat(acrossFour * MM_PER_DOT).isCloseTo(4 * stock.pitchX(), within(0.1));
        assertThat(downFour * MM_PER_DOT).isCloseTo(4 * stock.pitchY(), within(0.1));
    }

    @Test
    void the_viewer_is_asked_not_to_scale() throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPdf.bytes(Jobs.full(letter())))) {
            PDViewerPreferences preferences = document.getDocumentCatalog().getViewerPreferences();
            assertThat(preferences.getPrintScaling()).isEqualTo(PDViewerPreferences.PRINT_SCALING.None.toString());
        }
    }

    @Test
    void everything_is_vectors_and_no_font_is_needed() throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPdf.bytes(Jobs.full(letter())))) {
            assertOnlyVectors(document.getPage(0).getResources());
        }
    }

    @Test
    void stamps_are_read_from_a_picture_as_well() throws IOException {
        PrintJob job = Jobs.full(LabelStocks.builtIn().find("ROLL-57x32").orElseThrow());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(render(SheetPdf.bytes(job), 0), "png", png);
        assertThat(StampReader.read(png.toByteArray()))
                .containsExactly(job.pieces().get(0).indicium());
    }

    @Test
    void a_job_as_specimens_holds_no_signature_and_no_register() throws IOException {
        PrintJob specimens = Jobs.full(LabelStocks.builtIn().find("ROLL-57x32").orElseThrow())
                .asSpecimens();
        assertThat(specimens.pieces())
                .allMatch(piece -> SignedIndicium.decode(piece.indicium()).isSpecimen());
        assertThat(StampReader.read(SheetPdf.bytes(specimens)))
                .containsExactly(specimens.pieces().get(0).indicium());
    }

    @Test
    void a_file_that_is_neither_pdf_nor_picture_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "no stamp here");
        assertThatThrownBy(() -> StampReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither");
    }

    @Test
    void a_damaged_pdf_is_refused() {
        assertThatThrownBy(() -> StampReader.read("%PDF-1.4 and no more".getBytes()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_job_for_unknown_stock_or_a_label_that_is_not_there_is_refused() {
        PrintJob full = Jobs.full(letter());
        PrintJob unknown = new PrintJob(
                full.order(), full.serial(), "NO-SUCH", full.run(), full.pieces(), full.bundle(), Optional.empty());
        assertThatThrownBy(() -> SheetPdf.bytes(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO-SUCH");
        PrintJob beyond = new PrintJob(
                UUID.randomUUID(),
                full.serial(),
                full.stock(),
                full.run(),
                List.of(new PrintJob.Piece(26, full.pieces().get(0).indicium(), "letter")),
                full.bundle(),
                Optional.empty());
        assertThatThrownBy(() -> SheetPdf.bytes(beyond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("26");
    }

    static BufferedImage render(byte[] pdf, int page) throws IOException {
        return render(pdf, page, FINE);
    }

    private static BufferedImage render(byte[] pdf, int page, int dotsAnInch) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dotsAnInch, ImageType.GRAY);
        }
    }

    private static void assertOnlyVectors(PDResources resources) throws IOException {
        assertThat(resources.getFontNames()).isEmpty();
        for (COSName name : resources.getXObjectNames()) {
            assertThat(resources.getXObject(name)).isInstanceOf(PDFormXObject.class);
            assertOnlyVectors(((PDFormXObject) resources.getXObject(name)).getResources());
        }
    }

    private static LabelStock letter() {
        return LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();
    }
}
