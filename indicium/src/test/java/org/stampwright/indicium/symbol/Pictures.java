package org.stampwright.indicium.symbol;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Pictures of symbols as a printer of 300 dots per inch prints them, and typical damage. */
final class Pictures {

    static final int DOTS = 5;
    private static final int MARGIN = 20;

    private Pictures() {}

    static BufferedImage of(boolean[][] modules) {
        return of(modules, DOTS);
    }

    static BufferedImage of(boolean[][] modules, int dots) {
        int side = modules.length * dots + 2 * MARGIN;
        BufferedImage picture = blank(side, side);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.BLACK);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                if (modules[y][x]) {
                    g.fillRect(MARGIN + x * dots, MARGIN + y * dots, dots, dots);
                }
            }
        }
        g.dispose();
        return picture;
    }

    static boolean[][] modules(StampSymbol symbol) {
        boolean[][] modules = new boolean[StampSymbol.MODULES][StampSymbol.MODULES];
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                modules[y][x] = symbol.get(x, y);
            }
        }
        return modules;
    }

    /** Flips this number of different modules. */
    static boolean[][] flipped(boolean[][] modules, int count, RandomGenerator random) {
        boolean[][] touched = new boolean[modules.length][modules.length];
        for (int left = count; left > 0; ) {
            int x = random.nextInt(modules.length);
            int y = random.nextInt(modules.length);
            if (!touched[y][x]) {
                touched[y][x] = true;
                modules[y][x] = !modules[y][x];
                left--;
            }
        }
        return modules;
    }

    /** Draws a vertical stripe without ink, 5 % of the symbol's width. */
    static BufferedImage striped(BufferedImage picture, RandomGenerator random) {
        int symbol = picture.getWidth() - 2 * MARGIN;
        int stripe = (int) Math.round(symbol * 0.05);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(MARGIN + random.nextInt(symbol - stripe + 1), 0, stripe, picture.getHeight());
        g.dispose();
        return picture;
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        int side = picture.getWidth() + 60;
        BufferedImage turned = blank(side, side);
        Graphics2D g = turned.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        g.drawImage(picture, 30, 30, null);
        g.dispose();
        return turned;
    }

    static BufferedImage blank(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return picture;
    }
}
