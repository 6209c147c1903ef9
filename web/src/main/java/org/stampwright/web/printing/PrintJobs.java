package org.stampwright.web.printing;

import java.util.Optional;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.StockFile;
import org.stampwright.paper.PrintJob;
import org.stampwright.postage.printing.PrintJobContents;

/** Writes the contents of a redeemed ticket as JSON. */
final class PrintJobs {

    private PrintJobs() {}

    static PrintJob of(PrintJobContents contents) {
        var pieces = contents.pieces().stream()
                .map(piece ->
                        new PrintJob.Piece(piece.position(), piece.indicium().encode(), piece.product()))
                .toList();
        return new PrintJob(
                contents.order(),
                LabelSerial.parse(contents.serial()),
                contents.stock(),
                contents.run(),
                pieces,
                contents.bundle(),
                dataOf(contents.stock()));
    }

    /** Adds an operator's own stock to the job; the helper contains the stock that is delivered with the system. */
    private static Optional<String> dataOf(String stock) {
        return LabelStocks.builtIn().find(stock).isPresent()
                ? Optional.empty()
                : LabelStocks.known().find(stock).map(StockFile::write);
    }
}
