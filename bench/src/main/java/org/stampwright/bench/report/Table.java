package org.stampwright.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown, as {@code docs/measured.md} has them. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    public Table(String... columns) {
        lines.add(line(List.of(columns)));
        lines.add("|---".repeat(columns.length) + "|");
    }

    /** Adds a row; a number without a unit is written with three significant digits or as a whole number. */
    public Table row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        lines.add(line(texts));
        return this;
    }

    public void print(PrintStream out) {
        out.println();
        lines.forEach(out::println);
        out.println();
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return number(number);
        }
        return cell instanceof Number whole ? String.format(Locale.ROOT, "%,d", whole.longValue()) : cell.toString();
    }

    static String number(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, number);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
