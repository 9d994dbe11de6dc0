package ua.stezhka.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Times by places that grow by the square root of two: from one second to half an hour in 23 places. The median of places is
 * the median of times to within a fifth, whoever leaves for tea does not move it, and two lists are joined by adding.
 */
final class Durations {
    private static final int BOUNDS = 22;
    static final int PLACES = BOUNDS + 1;

    /** Between two saves at most; who was away longer did something else. */
    static final long LONGEST_MILLIS = 1_800_000;

    private Durations() {}

    /** Milliseconds at which the second, third … place begins. */
    static List<Long> bounds() {
        return IntStream.range(0, BOUNDS)
                .mapToObj(place -> Math.round(1000 * begin(place + 1)))
                .toList();
    }

    /** Seconds at which a place begins; the first one reaches down to half of its end. */
    private static double begin(int place) {
        return Math.pow(2, (place - 1) / 2.0);
    }

    /** The median in seconds, between the ends of its place as it lies among those who stand there. */
    static OptionalDouble median(Counts counts) {
        long total = counts.total();
        if (total == 0) {
            return OptionalDouble.empty();
        }
        int place = counts.placeOf((total - 1) / 2);
        double before = counts.between(0, place - 1);
        double within = (total / 2.0 - before) / counts.get(place);
        return OptionalDouble.of(begin(place) * Math.pow(begin(place + 1) / begin(place), within));
    }
}
