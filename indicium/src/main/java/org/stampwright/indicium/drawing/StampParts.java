package org.stampwright.indicium.drawing;

import java.awt.Color;
import java.util.List;
import org.stampwright.indicium.IndiciumContent;

/** The parts of a stamp that both forms share. */
final class StampParts {

    /** The height of one fact with its caption. */
    static final double FACT_HEIGHT = 3.45;

    private static final double CAPTION_EM = 1.25;
    private static final double FACT_EM = 1.95;
    private static final double HEAD_EM = 1.95;
    private static final double RATE_EM = 2.2;
    private static final double RATE_LEADING = 2.7;
    private static final double ROOM_FOR_TWO_LINES = 14;
    /** How far a currency's sign reaches below the base line, in ems. */
    private static final double SIGN_BELOW_BASELINE = 0.11;

    private StampParts() {}

    /**
     * Places the vendor at the left, the country at the right, a thick and a thin rule below; returns their lower edge.
     */
    static double head(Pen pen, StampDesign design, IndiciumContent content, double left, double right, double top) {
        double baseline = top + HEAD_EM * Lettering.CAPITAL;
        double room = right - left;
        pen.ink(design.ink());
        pen.write(Lettering.BLACK, design.vendor(), left, baseline, HEAD_EM, 0.12, room * 0.6);
        pen.writeRight(
                Lettering.BOLD, content.country() + " POSTAGE", right, baseline, HEAD_EM * 0.86, 0.08, room * 0.38);
        pen.rule(left, baseline + 0.75, right, 0.34);
        pen.rule(left, baseline + 1.15, right, 0.1);
        return baseline + 1.25;
    }

    /** Places the value as large as it fits, with the rate below it. */
    static void value(Pen pen, StampDrawing drawing, double left, double right, double top, double bottom) {
        double room = right - left;
        double height = bottom - top;
        String value = Wording.value(drawing.indicium().content());
        List<String> rate = rate(drawing, room, height);
        double em = Pen.fitting(Lettering.BLACK, value, height * 0.62, -0.01, room);
        double gap = em * SIGN_BELOW_BASELINE + 0.45;
        double block = em * Lettering.CAPITAL + gap + RATE_EM * Lettering.CAPITAL + (rate.size() - 1) * RATE_LEADING;
        double baseline = top + (height - block) * 0.56 + em * Lettering.CAPITAL;
        pen.ink(Color.BLACK);
        pen.write(Lettering.BLACK, value, left - em * 0.03, baseline, em, -0.01, room);
        double line = baseline + gap + RATE_EM * Lettering.CAPITAL;
        for (String part : rate) {
            pen.write(Lettering.BOLD, part, left, line, RATE_EM, 0.01, room);
            line += RATE_LEADING;
        }
    }

    /**
     * Returns name and category of the rate in one line, or in two if they are too long for one and there is room
     * below; the category alone if the name would be illegible.
     */
    private static List<String> rate(StampDrawing drawing, double room, double height) {
        List<String> parts = Wording.rate(drawing);
        List<String> line = List.of(String.join(" · ", parts));
        boolean inTwo = height > ROOM_FOR_TWO_LINES && rateEm(line.get(0), room) < RATE_EM;
        List<String> chosen = inTwo ? parts : line;
        boolean legible =
                chosen.stream().allMatch(part -> rateEm(part, room) * Lettering.CAPITAL >= StampLayout.LEAST_CAPITAL);
        return legible ? chosen : List.of(parts.get(parts.size() - 1));
    }

    private static double rateEm(String text, double room) {
        return Pen.fitting(Lettering.BOLD, text, RATE_EM, 0.01, room);
    }

    /** Places a small caption above its value. */
    static void fact(Pen pen, String caption, String text, double left, double top, double room) {
        pen.ink(Color.BLACK);
        double captionLine = top + 0.55 + CAPTION_EM * Lettering.CAPITAL;
        pen.write(Lettering.BOLD, caption, left, captionLine, CAPTION_EM, 0.1, room);
        pen.write(Lettering.BOLD, text, left, captionLine + 0.38 + FACT_EM * Lettering.CAPITAL, FACT_EM, 0.0, room);
    }
}
