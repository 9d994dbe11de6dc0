package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures of a whole quiz, of the same published data as in {@link FormulasTest}. */
class QuizFiguresTest {
    private static final Offset<Double> PRINTED = within(0.0006);

    private static Tally tally(double[][] scores, int item) {
        return Naive.tally(Naive.column(scores, item), Naive.rests(scores, item));
    }

    @Test
    void a_quiz_is_fixed_when_all_answer_the_same_and_drawn_otherwise() {
        double[][] scores = Lsat.section7();
        List<Tally> items = new ArrayList<>();
        for (int item = 0; item < 5; item++) {
            items.add(tally(scores, item));
        }
        QuizTally quiz = quiz(scores);
        Reliability fixed = QuizFigures.of(quiz, items).reliability().orElseThrow();
        assertThat(fixed.drawn()).isFalse();
        assertThat(fixed.value()).isCloseTo(0.453, PRINTED);
        QuizFigures figures = QuizFigures.of(quiz, items);
        assertThat(figures.mean().orElseThrow()).isCloseTo(0.7414, within(1e-4));
        assertThat(figures.median()).hasValue(0.8);
        assertThat(figures.deviation().orElseThrow()).isCloseTo(1.199 / 5, PRINTED);
        assertThat(figures.error().orElseThrow()).isCloseTo(0.886 / 5, PRINTED);
        assertThat(figures.attempts()).isEqualTo(1000);

        List<Tally> split = new ArrayList<>(items.subList(0, 4));
        split.add(Naive.tally(
                java.util.Arrays.copyOf(Naive.column(scores, 4), 500),
                java.util.Arrays.copyOf(Naive.rests(scores, 4), 500)));
        split.add(Naive.tally(
                java.util.Arrays.copyOfRange(Naive.column(scores, 4), 500, 1000),
                java.util.Arrays.copyOfRange(Naive.rests(scores, 4), 500, 1000)));
        Reliability drawn = QuizFigures.of(quiz, split).reliability().orElseThrow();
        assertThat(drawn.drawn()).isTrue();
        assertThat(drawn.value()).isLessThan(fixed.value());

        QuizTally uneven = new QuizTally(
                quiz.month(), quiz.shares(), 5001, quiz.totalSquares(), quiz.itemSquares(), quiz.percents());
        assertThat(QuizFigures.of(uneven, items).reliability()).isEmpty();
        assertThat(QuizFigures.of(uneven, items).error()).isEmpty();
    }

    private static QuizTally quiz(double[][] scores) {
        double[] shares = java.util.Arrays.stream(Naive.totals(scores))
                .map(each -> each / 5)
                .toArray();
        List<Long> totals = Naive.ten(Naive.totals(scores));
        List<Long> squares = new ArrayList<>();
        for (double[] row : scores) {
            for (double each : row) {
                squares.add(Math.round(each * 100_000_000));
            }
        }
        return new QuizTally(
                YearMonth.of(2026, 11),
                Naive.moments(Naive.ten(shares)),
                5000,
                Naive.sum(totals.stream().map(each -> each * each).toList()),
                Naive.sum(squares),
                Naive.percents(shares));
    }
}
