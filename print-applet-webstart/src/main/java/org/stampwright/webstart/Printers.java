package org.stampwright.webstart;

import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.printing.PDFPrintable;
import org.apache.pdfbox.printing.Scaling;
import org.stampwright.paper.PrintJob;
import org.stampwright.paper.SheetPdf;

/**
 * The printers of this computer. They print the page that {@link SheetPdf} creates, as vectors, at actual size, with
 * the whole page as imageable area, so that no step has a reason to scale it.
 */
final class Printers {
    private static final float POINTS_PER_INCH = 72;
    /** Paper sizes differ by more than this, in inches. */
    private static final float SAME_PAPER = 0.02f;

    private final Map<String, String> environment;

    Printers(Map<String, String> environment) {
        this.environment = environment;
    }

    List<PrintService> all() {
        return Arrays.asList(PrinterJob.lookupPrintServices());
    }

    /** Returns this computer's default printer, if it is in the list. */
    Optional<PrintService> usual(List<PrintService> found) {
        return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .filter(found::contains);
    }

    /**
     * Sends the stamps to the printer's queue.
     *
     * @return a query for the job's state
     */
    Supplier<QueueState> print(PrintJob job, PrintService printer, String jobName)
            throws PrinterException, IOException {
        try (PDDocument document = SheetPdf.document(job)) {
            print(document, printer, jobName);
        }
        PrinterQueue queue =
                new PrinterQueue(PrinterQueue.server(environment), printer.getName(), System.getProperty("user.name"));
        return () -> queue.stateOf(jobName);
    }

    private static void print(PDDocument document, PrintService printer, String jobName) throws PrinterException {
        PDRectangle page = document.getPage(0).getMediaBox();
        PrinterJob printing = PrinterJob.getPrinterJob();
        printing.setPrintService(printer);
        printing.setJobName(jobName);
        printing.setPrintable(new PDFPrintable(document, Scaling.ACTUAL_SIZE), wholePage(page));
        printing.print(attributes(page, jobName));
    }

    private static PageFormat wholePage(PDRectangle page) {
        Paper paper = new Paper();
        paper.setSize(page.getWidth(), page.getHeight());
        paper.setImageableArea(0, 0, page.getWidth(), page.getHeight());
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    private static PrintRequestAttributeSet attributes(PDRectangle page, String jobName) {
        PrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet(new JobName(jobName, null));
        float width = page.getWidth() / POINTS_PER_INCH;
        float height = page.getHeight() / POINTS_PER_INCH;
        MediaSizeName nearest = MediaSize.findMedia(width, height, MediaSize.INCH);
        MediaSize size = nearest == null ? null : MediaSize.getMediaSizeForName(nearest);
        if (size != null
                && Math.abs(size.getX(MediaSize.INCH) - width) < SAME_PAPER
                && Math.abs(size.getY(MediaSize.INCH) - height) < SAME_PAPER) {
            attributes.add(nearest);
        }
        return attributes;
    }
}
