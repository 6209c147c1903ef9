package org.stampwright.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.drawing.BlankStock;
import org.stampwright.indicium.stock.LabelStock;

/**
 * Blank label stock as a PDF: what a printing house puts on the labels before a consumer gets them. For tests, and for
 * vendors who print their own.
 */
public final class BlankStockPdf {

    private BlankStockPdf() {
    }

    /**
     * One page for each serial number, in order.
     *
     * @param cuts whether to draw where the labels are cut, for paper that is not cut
     */
    public static byte[] bytes(LabelStock stock, List<LabelSerial> serials, boolean cuts) throws IOException {
        try (PDDocument document = PaperPage.document("Blank label stock " + stock.code())) {
            for (LabelSerial serial : serials) {
                PaperPage.add(document, stock, new BlankStock(stock, serial, cuts)::draw);
            }
            return PaperPage.bytes(document);
        }
    }
}
