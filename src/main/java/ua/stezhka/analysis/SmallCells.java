package ua.stezhka.analysis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which counts of a table are too small to be shown to those who may not see attempts anyway. If one alone were hidden, the total
 * would tell it, so the next smallest is hidden, too. Source: the threshold rule with secondary suppression, L. Willenborg, T. de Waal (2001), Elements of
 * Statistical Disclosure Control.
 */
final class SmallCells {
    /** So many people at least. */
    static final int FEWEST = 5;

    private SmallCells() {}

    static boolean tooSmall(long count) {
        return count > 0 && count < FEWEST;
    }

    /** The places of the counts to hide. */
    static Set<Integer> hidden(List<Long> counts) {
        Set<Integer> hidden = new HashSet<>();
        IntStream.range(0, counts.size())
                .filter(place -> tooSmall(counts.get(place)))
                .forEach(hidden::add);
        if (hidden.size() == 1) {
            IntStream.range(0, counts.size())
                    .boxed()
                    .filter(place -> counts.get(place) >= FEWEST)
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }
}
