package org.stampwright.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.stampwright.indicium.symbol.ReadSymbol;
import org.stampwright.indicium.symbol.SymbolReader;

/**
 * Reads stamps back from what they were printed on: a PDF, or a picture that the JDK can read (PNG, JPEG, …). It finds
 * and decodes symbols; what they are worth is for the verifier to say.
 */
public final class StampReader {
    /** Pages are looked at with at least as many dots an inch as they are printed with. */
    static final int DPI = 300;
    /** More pixels than an A3 sheet at 600 dpi are refused, so that no file can exhaust the memory. */
    private static final long MOST_PIXELS = 72_000_000;
    private static final double POINTS_PER_INCH = 72;

    private StampReader() {
    }

    /**
     * What the symbols on the page or pages hold, in reading order; empty if there are none.
     *
     * @throws IOException if the file cannot be read, or is neither a PDF nor a picture
     */
    public static List<byte[]> read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /** The same for a file's bytes. */
    public static List<byte[]> read(byte[] file) throws IOException {
        return isPdf(file) ? readPdf(file) : bytesOf(SymbolReader.read(picture(file)));
    }

    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(1024, file.length), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static List<byte[]> readPdf(byte[] file) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                refuseHuge(box.getWidth() * DPI / POINTS_PER_INCH, box.getHeight() * DPI / POINTS_PER_INCH);
                found.addAll(bytesOf(SymbolReader.read(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY))));
            }
        }
        return found;
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("this is neither a PDF nor a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                refuseHuge(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void refuseHuge(double width, double height) throws IOException {
        if (width * height > MOST_PIXELS) {
            throw new IOException("the page is too large to be read: " + Math.round(width) + " × " + Math.round(height)
                    + " dots");
        }
    }

    private static List<byte[]> bytesOf(List<ReadSymbol> symbols) {
        return symbols.stream().map(ReadSymbol::bytes).toList();
    }
}
