package org.entente.commandline.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of plain text, at most a hundred columns wide. Where the cells need more, the widest left-aligned column is
 * shortened; numbers, which stand to the right, never are.
 */
public final class TextTable {
    /** The most characters of a line. */
    public static final int WIDTH_MAX = 100;

    private static final String GAP = "  ";
    private static final int COLUMN_WIDTH_MIN = 6;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    private record Column(String title, Side side) {}

    private enum Side {
        LEFT,
        RIGHT
    }

    /** A table with these titles. A title that begins with {@code >} makes a column of numbers. */
    public static TextTable of(String... titles) {
        return new TextTable(Arrays.stream(titles)
                .map(title -> title.startsWith(">")
                        ? new Column(title.substring(1), Side.RIGHT)
                        : new Column(title, Side.LEFT))
                .toList());
    }

    /** Adds a row, with one cell for each column. */
    public TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("A row needs " + columns.size() + " cells, but had " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines: titles, a rule, the rows. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        lines.add("-".repeat(total(widths)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    columns.get(column).title().length(),
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        while (total(widths) > WIDTH_MAX) {
            int widest = widestText(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int widestText(int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            boolean isText = columns.get(column).side() == Side.LEFT;
            int toBeat = widest < 0 ? COLUMN_WIDTH_MIN : widths[widest];
            if (isText && widths[column] > toBeat) {
                widest = column;
            }
        }
        return widest;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String text = shortened(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - text.length());
            line.append(column == 0 ? "" : GAP);
            line.append(columns.get(column).side() == Side.RIGHT ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
