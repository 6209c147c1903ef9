package org.stampwright.indicium.symbol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connected area of dark pixels, represented by the ends of its rows, which is all that its outline needs. */
final class DarkArea {

    private final List<int[]> ends = new ArrayList<>();
    private int left = Integer.MAX_VALUE;
    private int right;
    private int top = Integer.MAX_VALUE;
    private int bottom;

    private DarkArea() {}

    /**
     * Returns all areas of a picture that are connected in its grown form; their ends are those of the picture itself.
     *
     * @param leastSide smaller ones are left out
     */
    static List<DarkArea> of(DarkMap picture, DarkMap grown, int leastSide) {
        Runs runs = Runs.of(grown);
        Map<Integer, DarkArea> areas = new HashMap<>();
        for (int run = 0; run < runs.size(); run++) {
            areas.computeIfAbsent(runs.root(run), root -> new DarkArea())
                    .add(picture, runs.y(run), runs.from(run), runs.to(run));
        }
        return areas.values().stream()
                .filter(area -> area.right - area.left >= leastSide && area.bottom - area.top >= leastSide)
                .toList();
    }

    /** Adds the dark pixels of a row from one column up to another. */
    private void add(DarkMap picture, int y, int from, int to) {
        int first = from;
        while (first < to && !picture.isDark(first, y)) {
            first++;
        }
        if (first == to) {
            return;
        }
        int last = to - 1;
        while (!picture.isDark(last, y)) {
            last--;
        }
        widen(first, last + 1, y);
        left = Math.min(left, first);
        right = Math.max(right, last + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
    }

    /** Extends the last run or adds one; runs arrive row by row, so only those of the last row can join. */
    private void widen(int first, int end, int y) {
        int[] row = ends.isEmpty() ? null : ends.get(ends.size() - 1);
        if (row == null || row[2] != y) {
            ends.add(new int[] {first, end, y});
        } else {
            row[0] = Math.min(row[0], first);
            row[1] = Math.max(row[1], end);
        }
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    /** Returns the outer corners of the pixels at the rows' ends. */
    List<double[]> corners() {
        List<double[]> corners = new ArrayList<>(ends.size() * 4);
        for (int[] end : ends) {
            for (int y = end[2]; y <= end[2] + 1; y++) {
                corners.add(new double[] {end[0], y});
                corners.add(new double[] {end[1], y});
            }
        }
        return corners;
    }
}
