package org.stampwright.postage.label;

import java.util.List;

/**
 * A sheet as shown.
 *
 * @param serial eleven characters, as printed
 * @param stock name of its geometry
 * @param state known, void or stolen; only an operator sees the latter two
 * @param owner the owner, shown only to operators, otherwise null
 */
public record SheetView(String serial, String stock, String state, String owner, List<PositionView> positions) {

    public SheetView {
        positions = List.copyOf(positions);
    }
}
