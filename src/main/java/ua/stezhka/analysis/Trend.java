package ua.stezhka.analysis;

import java.util.List;

/**
 * A straight line through monthly means, each weighted by its number of answers.
 *
 * @param change from the first month to the last one, on the line
 * @param z      the slope in its own standard errors
 */
record Trend(double change, double z) {
    static final Trend NONE = new Trend(0, 0);

    /**
     * One month.
     *
     * @param month counted from anywhere
     */
    record Point(long month, long n, double mean, double variance) {}

    /** Least squares with weights; none below three months, or when nothing differs. */
    static Trend through(List<Point> points) {
        double n = points.stream().mapToDouble(Point::n).sum();
        if (points.size() < 3 || n <= 0) {
            return NONE;
        }
        double middle = points.stream().mapToDouble(p -> p.n * (double) p.month).sum() / n;
        double mean = points.stream().mapToDouble(p -> p.n * p.mean).sum() / n;
        double variance = points.stream().mapToDouble(p -> p.n * p.variance).sum() / n;
        double width = points.stream()
                .mapToDouble(p -> p.n * (p.month - middle) * (p.month - middle))
                .sum();
        if (width <= 0 || variance <= 0) {
            return NONE;
        }
        double slope = points.stream()
                        .mapToDouble(p -> p.n * (p.month - middle) * (p.mean - mean))
                        .sum()
                / width;
        long months = points.getLast().month - points.getFirst().month;
        return new Trend(slope * months, slope / Math.sqrt(variance / width));
    }
}
