package org.stampwright.indicium.symbol;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.pdf417.PDF417Reader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stampwright.indicium.symbol.ReadSymbol.Kind;

/**
 * Reads the symbols in a picture of a page or of one stamp, at any rotation. ZXing finds a Data Matrix only in a
 * cropped picture, so this class locates them: it takes connected dark areas and the smallest rectangle around each,
 * compares its edges with those of every square size, and samples its modules. ZXing corrects and decodes them.
 */
public final class SymbolReader {

    /** Square sizes of ECC 200. */
    private static final int[] SIZES = {
        10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96, 104, 120, 132, 144
    };

    private static final int LEAST_SIDE = 20;
    private static final double LEAST_PIXELS_PER_MODULE = 1.8;
    private static final double MOST_OBLONG = 1.17;
    private static final double LEAST_LIKENESS = 0.68;
    private static final int TRIES_PER_FRAME = 8;
    /** Larger pictures are halved first; an A4 sheet at 400 dots per inch has fewer pixels. */
    private static final int MOST_PIXELS = 16_000_000;
    /** How far dark pixels are grown: first not at all, then across the gaps of a worn print head. */
    private static final int[] GROWTHS = {0, 1, 3, 6};

    private SymbolReader() {}

    /**
     * Returns every Data Matrix in the picture, from top to bottom and left to right; if there is none, every PDF417.
     * Symbols should have at least 2 pixels per module; 300 dots per inch give 5.
     */
    public static List<ReadSymbol> read(BufferedImage picture) {
        return read(picture, MOST_PIXELS);
    }

    /** Reads with another limit above which pictures are halved, so that a fuzzer's small ones are halved too. */
    static List<ReadSymbol> read(BufferedImage picture, int mostPixels) {
        if ((long) picture.getWidth() * picture.getHeight() > mostPixels) {
            return read(half(picture), mostPixels).stream()
                    .map(SymbolReader::doubled)
                    .toList();
        }
        List<ReadSymbol> found = dataMatrices(DarkMap.of(picture));
        if (found.isEmpty()) {
            found = pdf417s(picture);
        }
        return inReadingOrder(found);
    }

    /** Sorts row by row: a symbol belongs to a row if its centre lies above the lower edge of the row's last one. */
    static List<ReadSymbol> inReadingOrder(List<ReadSymbol> found) {
        List<ReadSymbol> downwards = found.stream()
                .sorted(Comparator.comparingDouble(
                        (ReadSymbol symbol) -> symbol.bounds().getCenterY()))
                .toList();
        List<List<ReadSymbol>> rows = new ArrayList<>();
        double lowerEdge = Double.NEGATIVE_INFINITY;
        for (ReadSymbol symbol : downwards) {
            if (symbol.bounds().getCenterY() >= lowerEdge) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(symbol);
            lowerEdge = symbol.bounds().getMaxY();
        }
        Comparator<ReadSymbol> toTheRight =
                Comparator.comparingDouble(symbol -> symbol.bounds().getCenterX());
        return rows.stream().flatMap(row -> row.stream().sorted(toTheRight)).toList();
    }

    /** Halves a picture. A side of one pixel stays: such a picture contains no symbol, but must not fail. */
    private static BufferedImage half(BufferedImage picture) {
        BufferedImage half = new BufferedImage(
                Math.max(1, picture.getWidth() / 2),
                Math.max(1, picture.getHeight() / 2),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), Color.WHITE, null);
        g.dispose();
        return half;
    }

    private static ReadSymbol doubled(ReadSymbol symbol) {
        Rectangle2D small = symbol.bounds();
        return new ReadSymbol(
                symbol.bytes(),
                symbol.kind(),
                new Rectangle2D.Double(
                        small.getX() * 2, small.getY() * 2, small.getWidth() * 2, small.getHeight() * 2));
    }

    private static List<ReadSymbol> dataMatrices(DarkMap picture) {
        List<ReadSymbol> found = new ArrayList<>();
        Set<Frame> tried = new HashSet<>();
        for (int growth : GROWTHS) {
            for (DarkArea area : DarkArea.of(picture, picture.grown(growth), LEAST_SIDE)) {
                if (isSquarish(area.width(), area.height())
                        && found.stream().noneMatch(symbol -> holds(symbol, area))) {
                    readIn(picture, area, tried).ifPresent(found::add);
                }
            }
            if (!found.isEmpty()
                    && !picture.isDarkOutside(
                            found.stream().map(ReadSymbol::bounds).toList())) {
                break;
            }
        }
        return found;
    }

    private static boolean holds(ReadSymbol symbol, DarkArea area) {
        return symbol.bounds().contains(area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
    }

    /** Skips frames that were tried before, because a grown area often has the same frame. */
    private static Optional<ReadSymbol> readIn(DarkMap picture, DarkArea area, Set<Frame> tried) {
        Frame around = Frame.around(area.corners());
        if (!isSquarish(around.width(), around.height()) || !tried.add(around)) {
            return Optional.empty();
        }
        return around.squares().stream()
                .flatMap(frame -> likeliest(picture, frame))
                .map(guess -> ModuleGrid.sample(picture, guess.frame(), guess.modules())
                        .decode()
                        .map(bytes -> new ReadSymbol(
                                bytes, Kind.DATA_MATRIX, guess.frame().bounds())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Guess(Frame frame, int modules, double likeness) {}

    /** Returns the sizes and rotations that match the frame's edges best. */
    private static Stream<Guess> likeliest(DarkMap picture, Frame frame) {
        List<Guess> guesses = new ArrayList<>();
        Frame turned = frame;
        for (int quarter = 0; quarter < 4; quarter++) {
            for (int modules : SIZES) {
                if (Math.min(turned.width(), turned.height()) >= LEAST_PIXELS_PER_MODULE * modules) {
                    guesses.add(new Guess(turned, modules, ModuleGrid.likeness(picture, turned, modules)));
                }
            }
            turned = turned.turned();
        }
        return guesses.stream()
                .filter(guess -> guess.likeness() >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble(Guess::likeness).reversed())
                .limit(TRIES_PER_FRAME);
    }

    private static boolean isSquarish(double width, double height) {
        return Math.max(width, height) <= MOST_OBLONG * Math.min(width, height);
    }

    /** Reads PDF417 symbols; an undeclared exception from ZXing means that there is none. */
    private static List<ReadSymbol> pdf417s(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), pixels)));
        try {
            List<ReadSymbol> found = new ArrayList<>();
            for (Result result : new PDF417Reader().decodeMultiple(bitmap)) {
                found.add(new ReadSymbol(
                        result.getText().getBytes(StandardCharsets.ISO_8859_1), Kind.PDF417, bounds(result)));
            }
            return found;
        } catch (NotFoundException | RuntimeException none) {
            return new ArrayList<>();
        }
    }

    private static Rectangle2D bounds(Result result) {
        Rectangle2D bounds = new Rectangle2D.Double(0, 0, -1, -1);
        Arrays.stream(result.getResultPoints()).filter(point -> point != null).forEach(point -> {
            if (bounds.isEmpty() && bounds.getWidth() < 0) {
                bounds.setRect(point.getX(), point.getY(), 0, 0);
            } else {
                bounds.add(point.getX(), point.getY());
            }
        });
        return bounds;
    }
}
