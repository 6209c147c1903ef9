package org.stampwright.paper;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.stampwright.indicium.stock.LabelStock;

/** Pages at actual size, drawn in millimetres from the upper left corner. */
final class PaperPage {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private PaperPage() {}

    /** Returns a document that asks its viewer to print it at actual size, and to show its title. */
    static PDDocument document(String title) {
        PDDocument document = new PDDocument();
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Stampwright");
        return document;
    }

    /** Adds a page of the stock's paper size; everything, text included, stays vectors. */
    static void add(PDDocument document, LabelStock stock, Consumer<Graphics2D> drawing) throws IOException {
        float width = (float) (stock.paperWidth() * POINTS_PER_MM);
        float height = (float) (stock.paperHeight() * POINTS_PER_MM);
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
        try {
            graphics.scale(POINTS_PER_MM, POINTS_PER_MM);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(graphics.getXFormObject());
        }
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
