package ua.stezhka.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Bars or points of a plot in a picture of 360 by 220 units; lengths are whole, so that a template can write them.
 *
 * @param sentence what there is to see
 * @param line     the corners of a line through the marks; empty for bars
 */
public record Plot(String sentence, List<Mark> marks, String line) {
    static final int WIDTH = 360;
    static final int TOP = 30;
    static final int BOTTOM = 190;

    /**
     * One bar or point.
     *
     * @param name  what stands below it
     * @param value what stands at it, as text
     */
    public record Mark(int x, int y, int width, int height, String name, String value, String table) {
        /** The middle, where the words stand. */
        public int middle() {
            return x + width / 2;
        }

        public int above() {
            return y - 8;
        }
    }

    /** A value to draw. */
    record Value(String name, double height, String text, String table) {}

    static Plot bars(String sentence, List<Value> values) {
        double highest =
                Math.max(1e-9, values.stream().mapToDouble(Value::height).max().orElse(1));
        return new Plot(sentence, marks(values, value -> value.height() / highest, 4), "");
    }

    /** Points of shares from 0 to 1. */
    static Plot points(String sentence, List<Value> values) {
        List<Mark> marks = marks(values, Value::height, 0);
        StringBuilder line = new StringBuilder();
        marks.forEach(
                mark -> line.append(mark.middle()).append(' ').append(mark.y).append(' '));
        return new Plot(sentence, marks, line.toString().strip());
    }

    private static List<Mark> marks(List<Value> values, ToDoubleFunction<Value> share, int gap) {
        List<Mark> marks = new ArrayList<>();
        int step = values.isEmpty() ? WIDTH : WIDTH / values.size();
        for (Value value : values) {
            int height = (int) Math.round((BOTTOM - TOP) * share.applyAsDouble(value));
            marks.add(new Mark(
                    marks.size() * step + gap,
                    BOTTOM - height,
                    step - 2 * gap,
                    height,
                    value.name(),
                    value.text(),
                    value.table()));
        }
        return marks;
    }
}
