package org.stampwright.indicium.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weight of the built-in letters: outlines in thousandths of an em, so that no installed font is needed. */
public enum Lettering {

    /** For text beside a stamp. */
    MEDIUM,
    /** For a stamp's facts. */
    BOLD,
    /** For the value and the vendor's name. */
    BLACK;

    private static final double UNITS_PER_EM = 1000;
    /** The height of a capital in ems. */
    public static final double CAPITAL = 0.72;

    private record Letter(double advance, Path2D outline) {

        private static final Pattern SEGMENT = Pattern.compile("([MLQCZ])([-0-9 ]*)");
        private static final Pattern BLANK = Pattern.compile(" ");
    }

    private final Map<Integer, Letter> letters = new HashMap<>();

    Lettering() {
        String file = name().toLowerCase(Locale.ROOT) + ".outlines";
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Lettering.class.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
            in.lines().forEach(this::read);
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(brokenJar);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", 3);
        letters.put(Integer.parseInt(parts[0], 16), new Letter(Double.parseDouble(parts[1]), outline(parts[2])));
    }

    private static Path2D outline(String text) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Matcher segments = Letter.SEGMENT.matcher(text); segments.find(); ) {
            double[] n = segments.group(2).isEmpty()
                    ? new double[0]
                    : Letter.BLANK
                            .splitAsStream(segments.group(2))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            switch (segments.group(1)) {
                case "M" -> path.moveTo(n[0], n[1]);
                case "L" -> path.lineTo(n[0], n[1]);
                case "Q" -> path.quadTo(n[0], n[1], n[2], n[3]);
                case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> path.closePath();
            }
        }
        return path;
    }

    /** Returns the width of a text in the unit of {@code em}, with {@code spacing} ems between letters. */
    public double width(String text, double em, double spacing) {
        double units = text.codePoints().mapToDouble(c -> letter(c).advance()).sum();
        return em * (units / UNITS_PER_EM + spacing * Math.max(0, text.codePointCount(0, text.length()) - 1));
    }

    /** Returns the outline of a text that starts at {@code x} on the base line {@code y}. */
    public Path2D outline(String text, double x, double y, double em, double spacing) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int c : text.codePoints().toArray()) {
            Letter letter = letter(c);
            AffineTransform place = AffineTransform.getTranslateInstance(at, y);
            place.scale(em / UNITS_PER_EM, -em / UNITS_PER_EM);
            path.append(letter.outline().getPathIterator(place), false);
            at += em * (letter.advance() / UNITS_PER_EM + spacing);
        }
        return path;
    }

    private Letter letter(int codePoint) {
        return letters.getOrDefault(codePoint, letters.get((int) '?'));
    }
}
