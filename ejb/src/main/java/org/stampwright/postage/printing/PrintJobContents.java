package org.stampwright.postage.printing;

import java.util.List;
import java.util.UUID;

/**
 * The contents of a print job, for the print helper.
 *
 * @param serial the sheet, eleven characters
 * @param stock name of its geometry
 * @param run the run that the ticket is bound to
 * @param bundle the authority's trust bundle as it signed it
 */
public record PrintJobContents(
        UUID order, String serial, String stock, UUID run, List<PrintPiece> pieces, byte[] bundle) {

    public PrintJobContents {
        pieces = List.copyOf(pieces);
        bundle = bundle.clone();
    }

    @Override
    public byte[] bundle() {
        return bundle.clone();
    }
}
