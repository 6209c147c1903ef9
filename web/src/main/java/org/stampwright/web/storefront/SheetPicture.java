package org.stampwright.web.storefront;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.postage.label.PositionView;
import org.stampwright.postage.label.SheetView;

/**
 * A label sheet as an SVG drawing in its true proportions (one unit is a millimetre): each label with its number and,
 * in words, whether it is free. On a page with a choice, each free label is a button.
 */
public final class SheetPicture {

    private final LabelStock stock;
    private final SheetView sheet;
    private final List<Integer> chosen;
    private final boolean choosing;

    private SheetPicture(LabelStock stock, SheetView sheet, List<Integer> chosen, boolean choosing) {
        this.stock = stock;
        this.sheet = sheet;
        this.chosen = List.copyOf(chosen);
        this.choosing = choosing;
    }

    /** Returns a picture for choosing the start position. */
    public static String forChoosing(LabelStock stock, SheetView sheet, List<Integer> chosen) {
        return new SheetPicture(stock, sheet, chosen, true).svg();
    }

    /** Returns a picture without a choice. */
    public static String forLooking(LabelStock stock, SheetView sheet, List<Integer> chosen) {
        return new SheetPicture(stock, sheet, chosen, false).svg();
    }

    private String svg() {
        var svg = new StringBuilder();
        svg.append(text(
                "<svg class=\"sheet-picture\" viewBox=\"-1 -1 %s %s\" role=\"group\" aria-label=\"Label sheet %s, "
                        + "%d of %d labels free\">",
                number(stock.paperWidth() + 2),
                number(stock.paperHeight() + 2),
                sheet.serial(),
                sheet.positions().stream().filter(PositionView::isFree).count(),
                sheet.positions().size()));
        svg.append(text(
                "<rect class=\"paper\" width=\"%s\" height=\"%s\" rx=\"1\"/>",
                number(stock.paperWidth()), number(stock.paperHeight())));
        sheet.positions().forEach(label -> svg.append(label(label)));
        return svg.append("</svg>").toString();
    }

    private String label(PositionView label) {
        var place = stock.label(label.position());
        var isChosen = chosen.contains(label.position());
        var word = isChosen ? "yours" : label.state();
        return text(
                        "<g id=\"label-%d\" class=\"label %s%s\"%s>",
                        label.position(), label.state(), isChosen ? " chosen" : "", attributes(label, isChosen))
                + rectangle(place) + words(place, label.position(), word) + "</g>";
    }

    private String attributes(PositionView label, boolean isChosen) {
        var name = label.position() == 0 ? "The label" : "Label " + label.position();
        if (!choosing || !label.isFree() || label.position() == 0) {
            return text(" role=\"img\" aria-label=\"%s, %s\"", name, isChosen ? "yours" : label.state());
        }
        return text(
                " role=\"button\" tabindex=\"0\" data-start=\"%d\" aria-label=\"%s, free%s. Start here.\"",
                label.position(), name, isChosen ? ", chosen" : "");
    }

    private String rectangle(Rectangle2D place) {
        return text(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>",
                number(place.getX()),
                number(place.getY()),
                number(place.getWidth()),
                number(place.getHeight()),
                number(Math.max(stock.cornerRadius(), 1)));
    }

    private static String words(Rectangle2D place, int position, String word) {
        var size = Math.min(place.getHeight() * 0.36, place.getWidth() * 0.24);
        var middle = place.getCenterY();
        if (position == 0) {
            return words(place.getCenterX(), middle + size * 0.22, size * 0.62, "", word);
        }
        return words(place.getCenterX(), middle, size, " class=\"number\"", "" + position)
                + words(place.getCenterX(), middle + size * 0.85, size * 0.62, "", word);
    }

    private static String words(double x, double y, double size, String attributes, String words) {
        return text(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s aria-hidden=\"true\">%s</text>",
                number(x), number(y), number(size), attributes, words);
    }

    private static String number(double millimetres) {
        return String.format(Locale.ROOT, "%.2f", millimetres);
    }

    private static String text(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }
}
