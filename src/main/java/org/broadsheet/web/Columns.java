package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A chart of columns, as a page draws it: 40 high, each column one wide.
 *
 * @param label what it shows, for those who cannot see it
 * @param scale what stands under its left, its middle and its right
 */
public record Columns(String label, List<Column> columns, List<String> scale) {
    private static final int HEIGHT = 40;

    /** Where a column stands, where it begins from the top, how high it is, and what it says. */
    public record Column(int x, int y, int height, String label) {}

    static Columns of(String label, long[] values, IntFunction<String> name, List<String> scale, Texts texts) {
        long most = 1;
        for (long value : values) {
            most = Math.max(most, value);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int height = values[i] == 0 ? 0 : Math.max(1, (int) Math.round((double) values[i] / most * HEIGHT));
            columns.add(new Column(i, HEIGHT - height, height, name.apply(i) + ": " + texts.number(values[i])));
        }
        return new Columns(label, columns, scale);
    }

    public int width() {
        return columns.size();
    }
}
