package ua.stezhka.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How many fell on each place of a scale 0, 1, 2 … */
record Counts(List<Long> at) {
    static final Counts NONE = new Counts(List.of());

    Counts {
        at = List.copyOf(at);
    }

    static Counts of(Long... at) {
        return new Counts(List.of(at));
    }

    Counts plus(Counts other) {
        List<Long> sum = new ArrayList<>();
        for (int place = 0; place < Math.max(at.size(), other.at.size()); place++) {
            sum.add(get(place) + other.get(place));
        }
        return new Counts(sum);
    }

    long get(int place) {
        return place < at.size() ? at.get(place) : 0;
    }

    /** How many stand from one place to another, ends included. */
    long between(int first, int last) {
        long sum = 0;
        for (int place = first; place <= last; place++) {
            sum += get(place);
        }
        return sum;
    }

    long total() {
        return between(0, at.size() - 1);
    }

    /** The middle one, or what lies half-way between the two in the middle. */
    OptionalDouble median() {
        long total = total();
        return total == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((placeOf((total - 1) / 2) + placeOf(total / 2)) / 2.0);
    }

    /** The place of the one before which {@code before} others stand. */
    int placeOf(long before) {
        long passed = 0;
        for (int place = 0; place < at.size(); place++) {
            passed += at.get(place);
            if (passed > before) {
                return place;
            }
        }
        throw new IllegalArgumentException(before + " of " + passed);
    }

    /**
     * The largest covariance that two lists of so many could have: the highest of one with the highest of the other. What a
     * question reaches of it is its efficiency of discrimination, so that an easy question is not blamed for being easy. Source: Moodle,
     * “Quiz statistics calculations”, discrimination efficiency.
     */
    static OptionalDouble largestCovariance(Counts one, Counts other) {
        long n = one.total();
        if (n < 2 || n != other.total()) {
            return OptionalDouble.empty();
        }
        double products = 0;
        int a = 0;
        int b = 0;
        long leftA = one.get(0);
        long leftB = other.get(0);
        for (long done = 0; done < n; ) {
            while (leftA == 0) {
                leftA = one.get(++a);
            }
            while (leftB == 0) {
                leftB = other.get(++b);
            }
            long both = Math.min(leftA, leftB);
            products += (double) both * a * b;
            leftA -= both;
            leftB -= both;
            done += both;
        }
        return OptionalDouble.of((products - one.sum() * other.sum() / n) / (n - 1));
    }

    private double sum() {
        double sum = 0;
        for (int place = 0; place < at.size(); place++) {
            sum += (double) place * at.get(place);
        }
        return sum;
    }
}
