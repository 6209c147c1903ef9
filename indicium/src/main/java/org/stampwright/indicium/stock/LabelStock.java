package org.stampwright.indicium.stock;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One kind of label stock. All lengths are millimetres, measured from the paper's upper left corner.
 *
 * @param code by which orders and print jobs name it
 * @param name for people
 * @param paperWidth of the sheet, or of the one label on its backing
 * @param paperHeight of the same
 * @param rows labels from top to bottom
 * @param columns labels from left to right
 * @param marginLeft from the paper's edge to the first column
 * @param marginTop from the paper's edge to the first row
 * @param pitchX from one column to the next
 * @param pitchY from one row to the next
 * @param labelWidth of one label
 * @param labelHeight of one label
 * @param cornerRadius of one label, 0 for square corners
 * @param strip height at the foot of each label that is kept free for the pre-printed serial number and position
 */
public record LabelStock(
        String code,
        String name,
        double paperWidth,
        double paperHeight,
        int rows,
        int columns,
        double marginLeft,
        double marginTop,
        double pitchX,
        double pitchY,
        double labelWidth,
        double labelHeight,
        double cornerRadius,
        double strip) {

    /** @throws UnusableStock naming the flaw */
    public LabelStock {
        Fitness.check(
                code,
                name,
                paperWidth,
                paperHeight,
                rows,
                columns,
                marginLeft,
                marginTop,
                pitchX,
                pitchY,
                labelWidth,
                labelHeight,
                cornerRadius,
                strip);
    }

    /** Returns whether the medium is a single label with a serial number of its own. */
    public boolean isSingle() {
        return rows * columns == 1;
    }

    /** Returns the number of labels. */
    public int labels() {
        return rows * columns;
    }

    /** Returns the positions in order: 1 to the number of labels, or just 0 for a single label. */
    public List<Integer> positions() {
        return isSingle()
                ? List.of(0)
                : IntStream.rangeClosed(1, labels()).boxed().toList();
    }

    /**
     * Returns the place of a label on the paper.
     *
     * @throws IllegalArgumentException if there is no such position
     */
    public Rectangle2D label(int position) {
        if (!positions().contains(position)) {
            throw new IllegalArgumentException(code + " has no position " + position);
        }
        int index = isSingle() ? 0 : position - 1;
        return new Rectangle2D.Double(
                marginLeft + index % columns * pitchX, marginTop + index / columns * pitchY, labelWidth, labelHeight);
    }

    /** Returns the part of a label for the stamp: all but the strip at its foot. */
    public Rectangle2D stampArea(int position) {
        Rectangle2D label = label(position);
        return new Rectangle2D.Double(label.getX(), label.getY(), label.getWidth(), label.getHeight() - strip);
    }

    /** Returns the strip at the foot of a label where its serial number and position are pre-printed. */
    public Rectangle2D serialStrip(int position) {
        Rectangle2D label = label(position);
        return new Rectangle2D.Double(label.getX(), label.getMaxY() - strip, label.getWidth(), strip);
    }
}
