package ua.stezhka.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a question measures. Shares are from 0 to 1; what is null cannot be told, or is of too few people to be shown.
 *
 * @param answers        first attempts of people in which it was asked
 * @param discrimination corrected item–rest correlation, from −1 to 1
 * @param weight         its share in the differences between totals; in a quiz only
 * @param medianSeconds  median of the time
 * @param flags          what somebody should look at, see {@link Flag}
 */
public record QuestionStatistics(
        UUID questionId,
        UUID versionId,
        String prompt,
        @Nullable Long answers,
        @Nullable Double facility,
        @Nullable Double deviation,
        @Nullable Double discrimination,
        @Nullable Double efficiency,
        @Nullable Double weight,
        @Nullable Double unknown,
        @Nullable Double cleared,
        @Nullable Double blank,
        @Nullable Double medianSeconds,
        List<String> flags,
        List<Option> options) {

    /** One option: how many chose it, and what they earned elsewhere. */
    public record Option(
            String id,
            boolean right,
            @Nullable Long chosen,
            @Nullable Double meanRest) {}

    static QuestionStatistics of(QuestionHealth health, boolean exact, Locale locale) {
        ItemFigures figures = health.figures();
        boolean enough = AnalysisViews.enough(figures.answers(), exact);
        return new QuestionStatistics(
                health.name().question(),
                health.name().version(),
                health.name().prompt().in(locale),
                !exact && SmallCells.tooSmall(figures.answers()) ? null : figures.answers(),
                told(figures.facility(), enough),
                told(figures.deviation(), enough),
                told(figures.discrimination(), enough),
                told(figures.efficiency(), enough),
                told(health.weight(), enough),
                told(OptionalDouble.of(figures.unknown()), enough),
                told(OptionalDouble.of(figures.cleared()), enough),
                told(OptionalDouble.of(figures.blank()), enough),
                told(figures.median(), enough),
                figures.flags().stream().map(Flag::key).toList(),
                enough ? options(health, exact) : List.of());
    }

    private static List<Option> options(QuestionHealth health, boolean exact) {
        List<OptionTally> all = health.options();
        Set<Integer> hidden = exact
                ? Set.of()
                : SmallCells.hidden(all.stream().map(OptionTally::chosen).toList());
        List<Option> options = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            OptionTally option = all.get(place);
            boolean shown = !hidden.contains(place);
            options.add(new Option(
                    option.option(),
                    health.name().right().contains(option.option()),
                    shown ? option.chosen() : null,
                    shown && option.pairs() > 0 ? option.meanRest() : null));
        }
        return options;
    }

    static @Nullable Double told(OptionalDouble value, boolean enough) {
        return enough && value.isPresent() ? value.getAsDouble() : null;
    }
}
