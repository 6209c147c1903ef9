package org.stampwright.web.printing;

import org.stampwright.indicium.LabelSerial;
import org.stampwright.paper.PrintJob;
import org.stampwright.vendor.printing.PrintJobContents;

import java.util.Optional;

/** The contents of a redeemed ticket in the form that travels. */
final class PrintJobs {

    private PrintJobs() {
    }

    static PrintJob of(PrintJobContents contents) {
        var pieces = contents.pieces().stream().map(piece -> new PrintJob.Piece(piece.position(),
                piece.indicium().encode(), piece.product())).toList();
        return new PrintJob(contents.order(), LabelSerial.parse(contents.serial()), contents.stock(), contents.run(),
                pieces, contents.bundle(), Optional.empty());
    }
}
