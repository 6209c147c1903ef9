package org.stampwright.indicium.drawing;

import java.awt.geom.Path2D;
import org.stampwright.indicium.symbol.StampSymbol;

/**
 * A symbol as one path. Neighbouring modules share no edge in it, so that no renderer leaves a gap between them; where
 * two dark modules meet only at a corner, the path passes twice.
 */
final class SymbolOutline {

    /** The directions of an edge with its dark module on the right: right, down, left, up. */
    private static final int[] DX = {1, 0, -1, 0};

    private static final int[] DY = {0, 1, 0, -1};

    private final StampSymbol symbol;
    private final double left;
    private final double top;
    private final double module;
    private final boolean[][] upperEdgeDone = new boolean[StampSymbol.MODULES][StampSymbol.MODULES];
    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    private SymbolOutline(StampSymbol symbol, double left, double top, double module) {
        this.symbol = symbol;
        this.left = left;
        this.top = top;
        this.module = module;
    }

    /** Returns the outline of the dark modules, with the first module at this position and each of this width. */
    static Path2D of(StampSymbol symbol, double left, double top, double module) {
        SymbolOutline outline = new SymbolOutline(symbol, left, top, module);
        for (int y = 0; y < StampSymbol.MODULES; y++) {
            for (int x = 0; x < StampSymbol.MODULES; x++) {
                if (outline.isDark(x, y) && !outline.isDark(x, y - 1) && !outline.upperEdgeDone[y][x]) {
                    outline.follow(x, y);
                }
            }
        }
        return outline.path;
    }

    /** Follows the edge that starts at the upper left corner of a module whose upper neighbour is light. */
    private void follow(int startX, int startY) {
        int x = startX;
        int y = startY;
        int direction = 0;
        path.moveTo(left + x * module, top + y * module);
        do {
            if (direction == 0) {
                upperEdgeDone[y][x] = true;
            }
            x += DX[direction];
            y += DY[direction];
            int next = turn(x, y, direction);
            if (next != direction) {
                path.lineTo(left + x * module, top + y * module);
            }
            direction = next;
        } while (x != startX || y != startY || direction != 0);
        path.closePath();
    }

    /**
     * Turns right if the module ahead on the right is light, left if the one ahead on the left is dark, else goes
     * straight on.
     */
    private int turn(int x, int y, int direction) {
        int aheadRightX = x + (direction == 0 || direction == 3 ? 0 : -1);
        int aheadRightY = y + (direction == 0 || direction == 1 ? 0 : -1);
        int leftwards = (direction + 3) % 4;
        if (!isDark(aheadRightX, aheadRightY)) {
            return (direction + 1) % 4;
        }
        return isDark(aheadRightX + DX[leftwards], aheadRightY + DY[leftwards]) ? leftwards : direction;
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < StampSymbol.MODULES && y < StampSymbol.MODULES && symbol.get(x, y);
    }
}
