package org.stampwright.paper;

import java.awt.Graphics2D;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.drawing.StampDesign;
import org.stampwright.indicium.drawing.StampDrawing;
import org.stampwright.indicium.stock.LabelStock;

/**
 * The sheet of a print job as one page of vectors at actual size. It contains only the stamps, each on its label,
 * because serial number and position are already printed on the stock. The caller has checked the stamps.
 */
public final class SheetPdf {

    private SheetPdf() {}

    /**
     * Returns the PDF's bytes.
     *
     * @throws IllegalArgumentException if the stock is not known, or a position is not on it
     * @throws IOException if PDFBox fails
     */
    public static byte[] bytes(PrintJob job) throws IOException {
        try (PDDocument document = document(job)) {
            return PaperPage.bytes(document);
        }
    }

    /** Returns the same as a document, which the caller prints and closes. */
    public static PDDocument document(PrintJob job) throws IOException {
        LabelStock stock = job.labelStock();
        PDDocument document =
                PaperPage.document("Stamps for sheet " + job.serial().grouped());
        PaperPage.add(document, stock, graphics -> draw(job, stock, graphics));
        return document;
    }

    /** Draws the stamps of a job; one unit of the graphics is one millimetre. */
    public static void draw(PrintJob job, LabelStock stock, Graphics2D graphics) {
        for (PrintJob.Piece piece : job.pieces()) {
            StampDrawing stamp = new StampDrawing(
                    SignedIndicium.decode(piece.indicium()), StampDesign.STAMPWRIGHT, words(piece.product()));
            stamp.draw(graphics, stock.stampArea(piece.position()));
        }
    }

    /** Returns a product's name for display: {@code additional-ounce} becomes "Additional ounce". */
    private static String words(String product) {
        String spaced = product.replace('-', ' ').strip();
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
