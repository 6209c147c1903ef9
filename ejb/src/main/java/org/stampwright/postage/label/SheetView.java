package org.stampwright.postage.label;

import java.util.List;

/**
 * A sheet as shown.
 *
 * @param serial eleven characters, as printed
 * @param stock name of its geometry
 * @param state known, void or stolen; anything but known only to an operator
 * @param owner whose it is, told to operators alone, else null
 */
public record SheetView(String serial, String stock, String state, String owner, List<PositionView> positions) {

    public SheetView {
        positions = List.copyOf(positions);
    }
}
