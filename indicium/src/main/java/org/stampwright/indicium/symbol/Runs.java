package org.stampwright.indicium.symbol;

import java.util.Arrays;

/**
 * The horizontal runs of dark pixels of a picture, joined where they touch (union-find over runs, corners touch too).
 */
final class Runs {

    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] y = new int[1024];
    private int[] parent = new int[1024];
    private int size;

    private Runs() {}

    static Runs of(DarkMap picture) {
        Runs runs = new Runs();
        int above = 0;
        for (int row = 0; row < picture.height(); row++) {
            int first = runs.size;
            runs.readRow(picture, row);
            runs.joinWithRowAbove(above, first);
            above = first;
        }
        return runs;
    }

    int size() {
        return size;
    }

    int y(int run) {
        return y[run];
    }

    int from(int run) {
        return from[run];
    }

    int to(int run) {
        return to[run];
    }

    /** Returns the run that represents all runs connected with this one. */
    int root(int run) {
        int root = run;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private void readRow(DarkMap picture, int row) {
        int x = 0;
        while (x < picture.width()) {
            while (x < picture.width() && !picture.isDark(x, row)) {
                x++;
            }
            int start = x;
            while (x < picture.width() && picture.isDark(x, row)) {
                x++;
            }
            if (x > start) {
                add(start, x, row);
            }
        }
    }

    private void joinWithRowAbove(int firstAbove, int firstHere) {
        int above = firstAbove;
        int here = firstHere;
        while (above < firstHere && here < size) {
            if (from[here] <= to[above] && from[above] <= to[here]) {
                parent[root(here)] = root(above);
            }
            if (to[above] < to[here]) {
                above++;
            } else {
                here++;
            }
        }
    }

    private void add(int start, int end, int row) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            y = Arrays.copyOf(y, size * 2);
            parent = Arrays.copyOf(parent, size * 2);
        }
        from[size] = start;
        to[size] = end;
        y[size] = row;
        parent[size] = size;
        size++;
    }
}
