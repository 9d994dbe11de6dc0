package ua.stezhka.analysis;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the first attempts of people at one quiz version say; shares from 0 to 1.
 *
 * @param reliability empty where it cannot be told: one question, one attempt, or nobody differs
 * @param error       standard error of measurement
 */
record QuizFigures(
        long attempts,
        OptionalDouble mean,
        OptionalDouble median,
        OptionalDouble deviation,
        OptionalDouble skewness,
        OptionalDouble kurtosis,
        Optional<Reliability> reliability,
        OptionalDouble error) {

    static QuizFigures of(QuizTally all, Collection<Tally> questions) {
        Optional<Reliability> reliability = reliability(all, questions);
        OptionalDouble deviation = scaled(all.shares().deviation());
        return new QuizFigures(
                all.attempts(),
                scaled(all.shares().mean()),
                all.percents().median().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(all.percents().median().getAsDouble() / 100),
                deviation,
                all.shares().skewness(),
                all.shares().kurtosis(),
                reliability,
                reliability.isEmpty() || deviation.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                deviation.getAsDouble() * reliability.get().errorRatio()));
    }

    private static OptionalDouble scaled(OptionalDouble value) {
        return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() / Tally.UNIT);
    }

    /** Alpha when everybody answered the same questions, else that of drawn ones; neither when attempts are of several lengths. */
    private static Optional<Reliability> reliability(QuizTally all, Collection<Tally> questions) {
        long n = all.attempts();
        if (n < 2 || all.questions() % n != 0) {
            return Optional.empty();
        }
        int k = Math.toIntExact(all.questions() / n);
        BigInteger total = questions.stream().map(each -> each.scores().sum()).reduce(BigInteger.ZERO, BigInteger::add);
        boolean drawn = questions.size() != k || questions.stream().anyMatch(each -> each.answers() != n);
        OptionalDouble value = drawn
                ? Reliability.nested(k, n, total, all.totalSquares(), all.itemSquares())
                : Reliability.alpha(
                        k,
                        questions.stream()
                                .mapToDouble(each -> each.scores().variance().orElse(0))
                                .sum(),
                        Moments.of(n, total, all.totalSquares()).variance().orElse(0));
        return value.isEmpty() ? Optional.empty() : Optional.of(new Reliability(drawn, value.getAsDouble()));
    }
}
