package org.stampwright.indicium.symbol;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** A rectangle at any angle: a corner and the two sides that leave it, in pixels. */
record Frame(double x, double y, double acrossX, double acrossY, double downX, double downY) {

    /** Returns the smallest rectangle around the points: one of its sides lies on a side of their convex hull. */
    static Frame around(List<double[]> points) {
        List<double[]> hull = hull(points);
        Frame smallest = null;
        for (int i = 0; i < hull.size(); i++) {
            double[] a = hull.get(i);
            double[] b = hull.get((i + 1) % hull.size());
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            Frame frame = alongside(hull, (b[0] - a[0]) / length, (b[1] - a[1]) / length);
            if (smallest == null || frame.width() * frame.height() < smallest.width() * smallest.height()) {
                smallest = frame;
            }
        }
        return smallest;
    }

    private static Frame alongside(List<double[]> hull, double ux, double uy) {
        double leastU = Double.MAX_VALUE;
        double mostU = -Double.MAX_VALUE;
        double leastV = Double.MAX_VALUE;
        double mostV = -Double.MAX_VALUE;
        for (double[] p : hull) {
            double u = p[0] * ux + p[1] * uy;
            double v = p[1] * ux - p[0] * uy;
            leastU = Math.min(leastU, u);
            mostU = Math.max(mostU, u);
            leastV = Math.min(leastV, v);
            mostV = Math.max(mostV, v);
        }
        return new Frame(
                leastU * ux - leastV * uy,
                leastU * uy + leastV * ux,
                (mostU - leastU) * ux,
                (mostU - leastU) * uy,
                -(mostV - leastV) * uy,
                (mostV - leastV) * ux);
    }

    /** Returns the convex hull, by Andrew's monotone chain. */
    private static List<double[]> hull(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int start = hull.size();
            for (double[] p : sorted) {
                while (hull.size() >= start + 2
                        && cross(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(p);
            }
            hull.remove(hull.size() - 1);
            Collections.reverse(sorted);
        }
        return hull;
    }

    private static double cross(double[] o, double[] a, double[] b) {
        return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    }

    double width() {
        return Math.hypot(acrossX, acrossY);
    }

    double height() {
        return Math.hypot(downX, downY);
    }

    /** Returns the point at these fractions of width and height. */
    Point2D at(double across, double down) {
        return new Point2D.Double(x + across * acrossX + down * downX, y + across * acrossY + down * downY);
    }

    /** Returns the same rectangle from the next corner, rotated by a quarter turn. */
    Frame turned() {
        return new Frame(x + acrossX, y + acrossY, downX, downY, -acrossX, -acrossY);
    }

    /**
     * Returns this frame and, if it is not square, the squares of which it may be the rest after the loss of an edge.
     */
    List<Frame> squares() {
        double ratio = width() / height();
        if (Math.abs(ratio - 1) < 0.012) {
            return List.of(this);
        }
        return ratio < 1
                ? List.of(this, stretched(0, 1 / ratio, 0, 1), stretched(1 - 1 / ratio, 1, 0, 1))
                : List.of(this, stretched(0, 1, 0, ratio), stretched(0, 1, 1 - ratio, 1));
    }

    private Frame stretched(double left, double right, double top, double bottom) {
        Point2D corner = at(left, top);
        return new Frame(
                corner.getX(),
                corner.getY(),
                acrossX * (right - left),
                acrossY * (right - left),
                downX * (bottom - top),
                downY * (bottom - top));
    }

    Rectangle2D bounds() {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x + acrossX, y + acrossY);
        path.lineTo(x + acrossX + downX, y + acrossY + downY);
        path.lineTo(x + downX, y + downY);
        return path.getBounds2D();
    }
}
