package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for any scores. */
class FormulaProperties {
    @Property
    void the_order_and_the_way_of_adding_do_not_matter(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 10_000) Long> scores,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 50) int cut) {
        List<Long> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(seed));
        int at = Math.min(cut, scores.size());
        Moments parts =
                Naive.moments(shuffled.subList(0, at)).plus(Naive.moments(shuffled.subList(at, shuffled.size())));
        assertThat(parts).isEqualTo(Naive.moments(scores));
    }

    @Property
    void a_correlation_lies_between_its_bounds_and_efficiency_too(
            @ForAll @Size(min = 2, max = 60) List<@LongRange(min = 0, max = 100) Long> percents, @ForAll long seed) {
        Random random = new Random(seed);
        double[] x = percents.stream().mapToDouble(each -> each / 100.0).toArray();
        double[] y = percents.stream()
                .mapToDouble(each -> random.nextInt(101) / 100.0)
                .toArray();
        Pairs pairs = Naive.tally(x, y).pairs();
        pairs.correlation().ifPresent(r -> assertThat(r).isBetween(-1.0000001, 1.0000001));
        pairs.correlation().ifPresent(r -> assertThat(r).isCloseTo(Naive.correlation(x, y), within(1e-7)));
        ItemFigures.efficiency(pairs, new ItemFigures.Spread(Naive.percents(x), Naive.percents(y)))
                .ifPresent(e -> assertThat(e).isBetween(-1.0, 1.0));
    }

    @Property
    void drawn_questions_are_not_more_reliable_than_alpha_where_they_differ_by_more_than_chance(
            @ForAll @IntRange(min = 2, max = 8) int k, @ForAll @IntRange(min = 3, max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] scores = new double[n][k];
        List<Long> totals = new ArrayList<>();
        List<Long> squares = new ArrayList<>();
        long total = 0;
        for (double[] row : scores) {
            long sum = 0;
            for (int i = 0; i < k; i++) {
                row[i] = random.nextInt(4);
                sum += (long) row[i];
                squares.add((long) (row[i] * row[i]));
            }
            total += sum;
            totals.add(sum * sum);
        }
        double alpha = Naive.alpha(scores);
        double[] difficulties = new double[k];
        for (int i = 0; i < k; i++) {
            difficulties[i] = Naive.mean(Naive.column(scores, i));
        }
        double chance = (1 - alpha) * Naive.variance(Naive.totals(scores)) / k;
        if (!(n * Naive.variance(difficulties) >= chance)) {
            return;
        }
        Reliability.nested(k, n, java.math.BigInteger.valueOf(total), Naive.sum(totals), Naive.sum(squares))
                .ifPresent(nested -> assertThat(nested).isLessThanOrEqualTo(alpha + 1e-9));
    }

    @Property
    void a_hidden_cell_is_never_the_only_one_in_a_table_of_several(
            @ForAll @Size(min = 2, max = 11) List<@LongRange(min = 0, max = 20) Long> counts) {
        long shown = counts.stream().filter(each -> each > 0).count();
        int hidden = SmallCells.hidden(counts).size();
        assertThat(hidden == 1 && shown > 1).isFalse();
    }
}
