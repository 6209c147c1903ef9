package org.stampwright.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
 * Reads stamps back from a PDF, or from an image that the JDK can read (PNG, JPEG, …). It finds and decodes symbols;
 * the verifier decides whether they are genuine.
 */
public final class StampReader {
    /** The resolution at which pages are read, in dots per inch: at least that of printing. */
    static final int DPI = 300;
    /**
     * An A3 sheet at 600 dots per inch. Larger images and pages are refused: an image takes up to 8 bytes per pixel as
     * the JDK decodes it, so reading a file needs up to some 600 MB. Images inside a PDF are not bounded by this.
     */
    private static final long MOST_PIXELS = 72_000_000;
    /** The number of pages of a PDF that are read; at letter size, they take a minute or two. */
    private static final int MOST_PAGES = 100;

    private static final long MOST_PIXELS_OF_ALL_PAGES = 1_000_000_000;
    private static final double POINTS_PER_INCH = 72;

    private StampReader() {}

    /**
     * Returns the content of the symbols on the page or pages, in reading order; empty if there are none.
     *
     * @throws IOException if the file cannot be read, is damaged or too large, or is neither a PDF nor an image
     */
    public static List<byte[]> read(Path file) throws IOException {
        return read(Files.readAllBytes(file));
    }

    /** Returns the same for a file's bytes. */
    public static List<byte[]> read(byte[] file) throws IOException {
        return isPdf(file) ? readPdf(file) : bytesOf(SymbolReader.read(decoded(() -> picture(file))));
    }

    @FunctionalInterface
    private interface Decoding<T> {
        T decode() throws IOException;
    }

    /** Wraps what decoders throw on a damaged file: undeclared exceptions, or an end of file without a message. */
    private static <T> T decoded(Decoding<T> decoding) throws IOException {
        try {
            return decoding.decode();
        } catch (RuntimeException | EOFException damaged) {
            throw new IOException("the file is damaged: " + damaged, damaged);
        }
    }

    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(1024, file.length), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static List<byte[]> readPdf(byte[] file) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (PDDocument document = decoded(() -> Loader.loadPDF(file))) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = decoded(document::getNumberOfPages);
            if (pages > MOST_PAGES) {
                throw new IOException("the PDF has " + pages + " pages; at most " + MOST_PAGES + " are read");
            }
            double pixels = 0;
            for (int page = 0; page < pages; page++) {
                pixels += pixels(document, page);
                refuseMoreThan(MOST_PIXELS_OF_ALL_PAGES, pixels, "the pages are together");
                int next = page;
                found.addAll(bytesOf(
                        SymbolReader.read(decoded(() -> renderer.renderImageWithDPI(next, DPI, ImageType.GRAY)))));
            }
        }
        return found;
    }

    private static double pixels(PDDocument document, int page) throws IOException {
        PDRectangle box = decoded(() -> document.getPage(page).getCropBox());
        double pixels = Math.max(1, box.getWidth() * DPI / POINTS_PER_INCH)
                * Math.max(1, box.getHeight() * DPI / POINTS_PER_INCH);
        refuseMoreThan(MOST_PIXELS, pixels, "the page is");
        return pixels;
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("this is neither a PDF nor an image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                refuseMoreThan(MOST_PIXELS, (double) reader.getWidth(0) * reader.getHeight(0), "the picture is");
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void refuseMoreThan(long most, double pixels, String subject) throws IOException {
        if (pixels > most) {
            throw new IOException(String.format(
                    Locale.ROOT, "%s too large to be read: %.0f pixels of at most %d", subject, pixels, most));
        }
    }

    private static List<byte[]> bytesOf(List<ReadSymbol> symbols) {
        return symbols.stream().map(ReadSymbol::bytes).toList();
    }
}
