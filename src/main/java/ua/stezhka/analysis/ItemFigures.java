package ua.stezhka.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What the answers to one question say; shares from 0 to 1, times in seconds. Empty where too few answered or nothing differs.
 *
 * @param facility       share of the score that is earned
 * @param deviation      standard deviation of the score
 * @param discrimination corrected item–rest correlation, from −1 to 1
 * @param efficiency     covariance with the rest, of the largest one possible with these scores
 * @param median         median of the time
 * @param unknown        share of «Не знаю»
 * @param cleared        share of answers taken back
 * @param blank          share never answered
 */
record ItemFigures(
        long answers,
        OptionalDouble facility,
        OptionalDouble deviation,
        OptionalDouble discrimination,
        OptionalDouble efficiency,
        OptionalDouble median,
        double unknown,
        double cleared,
        double blank,
        Set<Flag> flags) {
    private static final double PERCENTS = 100;

    /** Scores and rests in whole per cent. */
    record Spread(Counts scores, Counts rests) {
        static final Spread NONE = new Spread(Counts.NONE, Counts.NONE);

        Spread plus(Spread other) {
            return new Spread(scores.plus(other.scores), rests.plus(other.rests));
        }
    }

    static ItemFigures of(List<Tally> months, Spread spread, List<OptionTally> options, Set<String> right) {
        Set<Flag> flags = Flags.of(months, options, right);
        return months.stream()
                .reduce(Tally::plus)
                .map(all -> of(all, spread, flags))
                .orElseGet(() -> new ItemFigures(
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        0,
                        0,
                        0,
                        EnumSet.of(Flag.TOO_FEW)));
    }

    private static ItemFigures of(Tally all, Spread spread, Set<Flag> flags) {
        double answers = all.answers();
        return new ItemFigures(
                all.answers(),
                OptionalDouble.of(all.facility()),
                all.scores().variance().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(all.variance())),
                all.pairs().correlation(),
                efficiency(all.pairs(), spread),
                Durations.median(all.times()),
                all.unknown() / answers,
                all.cleared() / answers,
                all.blank() / answers,
                flags);
    }

    /** Both covariances in per cent; one was rounded there, so the quotient may be a hair above one and is held there. */
    static OptionalDouble efficiency(Pairs pairs, Spread spread) {
        OptionalDouble largest = Counts.largestCovariance(spread.scores, spread.rests);
        OptionalDouble covariance = pairs.covariance();
        double scale = Tally.UNIT / PERCENTS;
        return covariance.isEmpty() || largest.isEmpty() || largest.getAsDouble() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.clamp(covariance.getAsDouble() / (scale * scale) / largest.getAsDouble(), -1.0, 1.0));
    }

    /**
     * The share of each question in the differences between totals: the root of its covariance with the total, of all such roots.
     * A question that works against the total has none. Source: Moodle, “Quiz statistics calculations”, effective weight.
     */
    static Map<java.util.UUID, OptionalDouble> weights(Map<java.util.UUID, Tally> questions, double perAttempt) {
        Map<java.util.UUID, OptionalDouble> roots = new java.util.HashMap<>();
        questions.forEach((question, tally) -> roots.put(question, root(tally, perAttempt)));
        double sum = roots.values().stream().mapToDouble(root -> root.orElse(0)).sum();
        roots.replaceAll((question, root) ->
                root.isEmpty() || sum <= 0 ? OptionalDouble.empty() : OptionalDouble.of(root.getAsDouble() / sum));
        return roots;
    }

    /** The covariance with the total is the own variance and that with all others together. */
    private static OptionalDouble root(Tally tally, double perAttempt) {
        double withOthers = (perAttempt - 1) * tally.pairs().covariance().orElse(0) / (Tally.UNIT * Tally.UNIT);
        double covariance = tally.variance() + withOthers;
        return covariance < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(covariance));
    }
}
