package ua.stezhka.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A text set as large as the place allows, its lines as even as possible.
 *
 * @param size  type size in points
 * @param lines the lines from top to bottom
 */
public record FittedLines(double size, List<String> lines) {
    /**
     * A size to try, the largest first.
     *
     * @param size     type size in points
     * @param maxLines how many lines of that size there is place for
     */
    public record Step(double size, int maxLines) {}

    /**
     * The first step that fits; the last one if none does.
     *
     * @param width   of the place in points
     * @param measure width of a text at a size of one point
     */
    static FittedLines fit(String text, double width, List<Step> steps, ToDoubleFunction<String> measure) {
        for (Step step : steps) {
            List<String> lines = evenly(text, width / step.size(), measure);
            boolean fits = lines.stream().allMatch(line -> measure.applyAsDouble(line) * step.size() <= width);
            if (fits && lines.size() <= step.maxLines()) {
                return new FittedLines(step.size(), lines);
            }
        }
        Step last = steps.getLast();
        return new FittedLines(last.size(), evenly(text, width / last.size(), measure));
    }

    /** As few lines as the width allows, then the narrowest measure that keeps their number. */
    private static List<String> evenly(String text, double width, ToDoubleFunction<String> measure) {
        List<String> best = wrap(text, width, measure);
        double narrow = measure.applyAsDouble(text) / best.size();
        for (double tried = width; tried >= narrow; tried -= width / 50) {
            List<String> lines = wrap(text, tried, measure);
            if (lines.size() > best.size()) {
                break;
            }
            best = lines;
        }
        return best;
    }

    private static List<String> wrap(String text, double width, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && measure.applyAsDouble(longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
