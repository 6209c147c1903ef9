package org.stampwright.web.printing;

import java.util.Optional;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.StockFile;
import org.stampwright.paper.PrintJob;
import org.stampwright.postage.printing.PrintJobContents;

/** The contents of a redeemed ticket in the form that travels. */
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

    /** The helper has the stock that comes with the system; an operator's own travels along. */
    private static Optional<String> dataOf(String stock) {
        return LabelStocks.builtIn().find(stock).isPresent()
                ? Optional.empty()
                : LabelStocks.known().find(stock).map(StockFile::write);
    }
}
