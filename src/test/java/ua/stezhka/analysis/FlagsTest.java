package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes a question worth a look, and what does not yet. */
class FlagsTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Set<String> RIGHT = Set.of("right");

    /** A month in which {@code right} of {@code n} were right, the rest having gone alike or the other way round, each in so many seconds. */
    private static Tally month(YearMonth month, int n, int right, boolean against, int place) {
        double[] scores = new double[n];
        double[] rests = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = i < right ? 1 : 0;
            rests[i] = (i < right) == against ? 0.3 : 0.7;
        }
        Tally tally = Naive.tally(scores, rests);
        Long[] at = new Long[Durations.PLACES];
        Arrays.fill(at, 0L);
        at[place] = (long) n;
        return new Tally(month, tally.scores(), tally.pairs(), 0, 0, 0, Counts.of(at));
    }

    private static Set<Flag> flags(Tally... months) {
        return Flags.of(List.of(months), List.of(), Set.of());
    }

    private static OptionTally option(String name, long chosen, double rest) {
        return new OptionTally(name, chosen, chosen, Math.round(chosen * rest * 10_000));
    }

    private static Set<Flag> withOptions(OptionTally... options) {
        return Flags.of(List.of(month(MAY, 200, 120, false, 8)), List.of(options), RIGHT);
    }

    @Test
    void below_thirty_answers_nothing_else_is_said() {
        assertThat(flags(month(MAY, 29, 0, true, 8))).containsExactly(Flag.TOO_FEW);
        assertThat(flags(month(MAY, 30, 0, true, 8)))
                .doesNotContain(Flag.TOO_FEW)
                .contains(Flag.TOO_HARD);
        assertThat(Flags.of(List.of(), List.of(), Set.of())).containsExactly(Flag.TOO_FEW);
    }

    @Test
    void who_does_well_elsewhere_and_worse_here_points_to_a_wrong_key() {
        assertThat(flags(month(MAY, 100, 60, true, 8))).containsExactly(Flag.NEGATIVE);
        assertThat(flags(month(MAY, 100, 60, false, 8))).isEmpty();
    }

    @Test
    void the_bounds_of_easy_and_hard() {
        assertThat(flags(month(MAY, 100, 95, false, 8))).isEmpty();
        assertThat(flags(month(MAY, 100, 96, false, 8))).containsExactly(Flag.TOO_EASY);
        assertThat(flags(month(MAY, 100, 21, false, 8))).isEmpty();
        assertThat(flags(month(MAY, 100, 20, false, 8))).containsExactly(Flag.TOO_HARD);
    }

    @Test
    void an_option_that_fewer_than_five_per_cent_of_those_who_err_take_is_of_no_use() {
        assertThat(withOptions(option("right", 120, 0.7), option("a", 76, 0.4), option("b", 4, 0.4)))
                .isEmpty();
        assertThat(withOptions(option("right", 120, 0.7), option("a", 77, 0.4), option("b", 3, 0.4)))
                .containsExactly(Flag.UNUSED_OPTION);
        assertThat(withOptions(option("right", 3, 0.7), option("a", 77, 0.4), option("b", 77, 0.4)))
                .as("a right option may be rare")
                .isEmpty();
        assertThat(withOptions(option("right", 171, 0.7), option("a", 29, 0.4), option("b", 0, 0)))
                .as("too few have erred to say so")
                .isEmpty();
        assertThat(withOptions(option("right", 170, 0.7), option("a", 30, 0.4), option("b", 0, 0)))
                .containsExactly(Flag.UNUSED_OPTION);
    }

    @Test
    void a_wrong_option_that_better_people_choose_misleads() {
        assertThat(withOptions(option("right", 120, 0.6), option("a", 40, 0.61), option("b", 40, 0.4)))
                .containsExactly(Flag.MISLEADING_OPTION);
        assertThat(withOptions(option("right", 120, 0.6), option("a", 40, 0.6), option("b", 40, 0.4)))
                .isEmpty();
        assertThat(withOptions(option("right", 120, 0.6), option("a", 9, 0.9), option("b", 71, 0.4)))
                .as("nine people may be chance")
                .isEmpty();
        assertThat(withOptions(option("right", 120, 0.6), option("a", 10, 0.9), option("b", 70, 0.4)))
                .containsExactly(Flag.MISLEADING_OPTION);
        assertThat(new OptionTally("x", 1, 0, 0).meanRest()).isNaN();
    }

    @Test
    void lately_easier_and_faster_looks_like_a_known_answer() {
        Tally before = month(MAY, 100, 50, false, 10);
        assertThat(flags(before, month(MAY.plusMonths(3), 100, 75, false, 8))).containsExactly(Flag.LEAKED);
        assertThat(flags(before, month(MAY.plusMonths(3), 100, 75, false, 10)))
                .as("easier, and not faster")
                .isEmpty();
        assertThat(flags(before, month(MAY.plusMonths(3), 100, 64, false, 8)))
                .as("a little easier")
                .isEmpty();
        assertThat(flags(before, month(MAY.plusMonths(3), 29, 22, false, 8)))
                .as("too few lately")
                .isEmpty();
        assertThat(flags(month(MAY, 29, 14, false, 10), month(MAY.plusMonths(3), 100, 75, false, 8)))
                .as("too few before")
                .isEmpty();
        assertThat(flags(month(MAY, 30, 15, false, 10), month(MAY.plusMonths(3), 30, 20, false, 8)))
                .as("so few that it may be chance")
                .isEmpty();
        assertThat(flags(before, month(MAY.plusMonths(1), 100, 75, false, 8)))
                .as("two months are both lately")
                .isEmpty();
    }

    @Test
    void a_question_that_gets_harder_month_by_month_drifts() {
        assertThat(flags(
                        month(MAY, 100, 80, false, 8),
                        month(MAY.plusMonths(1), 100, 70, false, 8),
                        month(MAY.plusMonths(2), 100, 60, false, 8)))
                .containsExactly(Flag.DRIFTING);
        assertThat(flags(
                        month(MAY, 100, 80, false, 8),
                        month(MAY.plusMonths(1), 100, 77, false, 8),
                        month(MAY.plusMonths(2), 100, 71, false, 8)))
                .as("nine per cent in all")
                .isEmpty();
        assertThat(flags(
                        month(MAY, 29, 23, false, 8),
                        month(MAY.plusMonths(1), 100, 70, false, 8),
                        month(MAY.plusMonths(2), 100, 40, false, 8)))
                .as("a month with few answers is no point of the line")
                .isEmpty();
        assertThat(flags(
                        month(MAY.minusMonths(11), 100, 90, false, 8),
                        month(MAY, 100, 70, false, 8),
                        month(MAY.plusMonths(1), 100, 60, false, 8)))
                .as("what is older than a year counts no more")
                .isEmpty();
    }

    @Test
    void small_cells_are_hidden_and_one_more_when_one_alone_would_be_told_by_the_total() {
        assertThat(SmallCells.hidden(List.of(10L, 20L, 0L))).isEmpty();
        assertThat(SmallCells.hidden(List.of(10L, 4L, 20L))).containsExactlyInAnyOrder(0, 1);
        assertThat(SmallCells.hidden(List.of(10L, 4L, 1L))).containsExactlyInAnyOrder(1, 2);
        assertThat(SmallCells.hidden(List.of(5L, 5L))).isEmpty();
        assertThat(SmallCells.hidden(List.of(4L))).containsExactly(0);
        assertThat(SmallCells.tooSmall(0)).isFalse();
        assertThat(SmallCells.tooSmall(4)).isTrue();
        assertThat(SmallCells.tooSmall(5)).isFalse();
    }

    @Test
    void months_add_up() {
        Tally sum = month(MAY, 10, 5, false, 8).plus(month(MAY.minusMonths(1), 20, 5, false, 9));
        assertThat(sum.month()).isEqualTo(MAY);
        assertThat(sum.answers()).isEqualTo(30);
        assertThat(sum.scores().sum()).isEqualTo(BigInteger.valueOf(100_000));
        assertThat(sum.times().total()).isEqualTo(30);
        assertThat(sum.pairs().n()).isEqualTo(30);
    }
}
