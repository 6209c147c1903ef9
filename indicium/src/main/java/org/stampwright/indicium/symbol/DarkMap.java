package org.stampwright.indicium.symbol;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture as dark and light pixels. A pixel is dark if it is clearly darker than the mean around it (Bradley and
 * Roth, "Adaptive thresholding using the integral image"), so that shadows and tinted paper do not matter.
 */
final class DarkMap {

    private static final int LEAST_WINDOW = 15;
    private static final int WINDOWS_PER_SIDE = 20;
    /** The threshold of dark, in hundredths of the mean. */
    private static final int PERCENT = 82;

    private final int width;
    private final int height;
    private final boolean[] dark;

    private DarkMap(int width, int height, boolean[] dark) {
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    static DarkMap of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] grey = grey(picture);
        int[] sums = sums(grey, width, height);
        int reach = Math.max(LEAST_WINDOW, Math.min(width, height) / WINDOWS_PER_SIDE);
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                long area = (long) (right - left) * (bottom - top);
                long light = sum(sums, width, left, top, right, bottom);
                dark[y * width + x] = grey[y * width + x] * area * 100 < light * PERCENT;
            }
        }
        return new DarkMap(width, height, dark);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x];
    }

    /** Returns whether any pixel is dark outside these rectangles. */
    boolean isDarkOutside(List<Rectangle2D> rectangles) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (dark[y * width + x] && !isWithin(rectangles, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWithin(List<Rectangle2D> rectangles, int x, int y) {
        for (Rectangle2D rectangle : rectangles) {
            if (rectangle.contains(x + 0.5, y + 0.5)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same with every dark pixel grown by this many pixels to each side, so that near areas join. */
    DarkMap grown(int by) {
        if (by == 0) {
            return this;
        }
        boolean[] across = grown(dark, width, height, 1, width, by);
        return new DarkMap(width, height, grown(across, height, width, width, 1, by));
    }

    /**
     * Grows along lines of this length, whose pixels are {@code step} apart and which themselves are {@code next}
     * apart.
     */
    private static boolean[] grown(boolean[] dark, int length, int lines, int step, int next, int by) {
        boolean[] grown = new boolean[dark.length];
        for (int line = 0; line < lines; line++) {
            int filledTo = 0;
            for (int i = 0; i < length; i++) {
                if (dark[line * next + i * step]) {
                    for (int j = Math.max(filledTo, i - by); j < Math.min(length, i + by + 1); j++) {
                        grown[line * next + j * step] = true;
                    }
                    filledTo = Math.min(length, i + by + 1);
                }
            }
        }
        return grown;
    }

    /** Returns luminance 0 to 255; transparent pixels count as paper. */
    private static int[] grey(BufferedImage picture) {
        BufferedImage onPaper =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = onPaper.createGraphics();
        g.drawImage(picture, 0, 0, Color.WHITE, null);
        g.dispose();
        return onPaper.getRaster().getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[]) null);
    }

    /**
     * Returns for each pixel corner the sum of all pixels above and left of it; it may overflow, but a window's sum
     * does not.
     */
    private static int[] sums(int[] grey, int width, int height) {
        int[] sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += grey[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        return sums;
    }

    private static long sum(int[] sums, int width, int left, int top, int right, int bottom) {
        int stride = width + 1;
        return sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
    }
}
