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
 * Reads the symbols on a picture of a page or of one stamp, in any turn. ZXing finds a Data Matrix only in a cropped
 * picture, so the finding is done here: dark areas that hang together, the smallest rectangle around each, its edges
 * compared with those of every square size, its modules sampled; ZXing corrects and decodes them.
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
    /** Larger pictures are halved first: a sheet of A4 at 400 dots an inch has fewer pixels. */
    private static final int MOST_PIXELS = 16_000_000;
    /** How far dark pixels are grown: not at all, then over what gaps a worn print head leaves. */
    private static final int[] GROWTHS = {0, 1, 3, 6};

    private SymbolReader() {}

    /**
     * Every Data Matrix on the picture, from top to bottom and left to right; if there is none, every PDF417. Symbols
     * should be at least 2 pixels a module; 300 dots an inch give 5.
     */
    public static List<ReadSymbol> read(BufferedImage picture) {
        return read(picture, MOST_PIXELS);
    }

    /** The same with another bound above which pictures are halved, so that a fuzzer's small ones are halved too. */
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

    /** Row by row: a symbol belongs to a row if its middle lies above the lower edge of the row's last one. */
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

    /** A side of one pixel stays one: a picture of such a shape holds nothing, but may come all the same. */
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

    /** Grown dark often has the same frame as before; what was tried once is not tried again. */
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

    /** The sizes and turns that the edges of the frame look most like. */
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

    /** As with the other kind, what ZXing throws without declaring it means that there is none. */
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
