package ua.stezhka.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a question is worth a look. Bounds without a source are ours.
 *
 * <p>Sources: R. L. Ebel, D. A. Frisbie (1991), Essentials of Educational Measurement, 13 (negative: revise or drop); Moodle, “Quiz
 * statistics report” (above 95 per cent extremely easy, up to 20 per cent difficult); T. M. Haladyna, S. M. Downing (1993), “How many options is
 * enough for a multiple-choice test item?”, Educational and Psychological Measurement 53 (an option works when five per cent take it). We
 * ask for five per cent of those who err, because hardly any option of an easy question reaches five per cent of all.
 */
final class Flags {
    /** Below this nothing is said: the standard error of a correlation is then above 0.18. */
    static final int ENOUGH = 30;

    private static final double VERY_EASY = 0.95;
    private static final double VERY_HARD = 0.20;
    private static final double OPTION_WORKS = 0.05;
    private static final int ENOUGH_CHOOSERS = 10;
    private static final double LEAPED = 0.15;
    private static final double HURRIED = 0.7;
    private static final double DRIFTED = 0.10;
    private static final double HARDLY_CHANCE = 1.96;
    private static final int LATELY_MONTHS = 2;
    private static final int DRIFT_MONTHS = 12;

    private Flags() {}

    /**
     * What is to be said of a question.
     *
     * @param months  by month, the first one first
     * @param options what can be chosen; empty where nothing is chosen
     * @param right   the options that are right
     */
    static Set<Flag> of(List<Tally> months, List<OptionTally> options, Set<String> right) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (months.stream().mapToLong(Tally::answers).sum() < ENOUGH) {
            flags.add(Flag.TOO_FEW);
            return flags;
        }
        Tally all = months.stream().reduce(Tally::plus).orElseThrow();
        if (all.pairs().correlation().orElse(0) < 0) {
            flags.add(Flag.NEGATIVE);
        }
        if (all.facility() > VERY_EASY) {
            flags.add(Flag.TOO_EASY);
        }
        if (all.facility() <= VERY_HARD) {
            flags.add(Flag.TOO_HARD);
        }
        if (options.stream().anyMatch(option -> unused(option, options, right))) {
            flags.add(Flag.UNUSED_OPTION);
        }
        if (options.stream().anyMatch(option -> misleading(option, options, right))) {
            flags.add(Flag.MISLEADING_OPTION);
        }
        if (leaked(months)) {
            flags.add(Flag.LEAKED);
        }
        if (drifting(months)) {
            flags.add(Flag.DRIFTING);
        }
        return flags;
    }

    /** A wrong option taken by fewer than five per cent of those who took a wrong one. */
    static boolean unused(OptionTally option, List<OptionTally> options, Set<String> right) {
        long wrong = options.stream()
                .filter(each -> !right.contains(each.option()))
                .mapToLong(OptionTally::chosen)
                .sum();
        return !right.contains(option.option()) && wrong >= ENOUGH && option.chosen() < OPTION_WORKS * wrong;
    }

    /** A wrong option whose choosers earn more elsewhere than those of every right option. */
    static boolean misleading(OptionTally option, List<OptionTally> options, Set<String> right) {
        double best = options.stream()
                .filter(each -> right.contains(each.option()) && each.pairs() > 0)
                .mapToDouble(OptionTally::meanRest)
                .max()
                .orElse(Double.NaN);
        return !right.contains(option.option()) && option.pairs() >= ENOUGH_CHOOSERS && option.meanRest() > best;
    }

    private static boolean leaked(List<Tally> months) {
        Tally last = months.getLast();
        List<Tally> lately = months.stream()
                .filter(each -> each.month().plusMonths(LATELY_MONTHS).isAfter(last.month()))
                .toList();
        List<Tally> before = months.subList(0, months.size() - lately.size());
        if (before.isEmpty()) {
            return false;
        }
        Tally now = lately.stream().reduce(Tally::plus).orElseThrow();
        Tally then = before.stream().reduce(Tally::plus).orElseThrow();
        double leap = now.facility() - then.facility();
        double error = Math.sqrt(now.variance() / now.answers() + then.variance() / then.answers());
        double fast = Durations.median(now.times()).orElse(Double.NaN)
                / Durations.median(then.times()).orElse(Double.NaN);
        return now.answers() >= ENOUGH
                && then.answers() >= ENOUGH
                && leap >= LEAPED
                && leap >= HARDLY_CHANCE * error
                && fast <= HURRIED;
    }

    private static boolean drifting(List<Tally> months) {
        Trend trend = Trend.through(months.stream()
                .filter(each -> each.answers() >= ENOUGH)
                .filter(each -> each.month()
                        .plusMonths(DRIFT_MONTHS)
                        .isAfter(months.getLast().month()))
                .map(each -> new Trend.Point(
                        each.month().getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH),
                        each.answers(),
                        each.facility(),
                        each.variance()))
                .toList());
        return Math.abs(trend.change()) >= DRIFTED && Math.abs(trend.z()) >= HARDLY_CHANCE;
    }
}
