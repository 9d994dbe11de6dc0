package ua.stezhka.analysis;

import java.util.List;
import java.util.OptionalDouble;
import ua.stezhka.analysis.Catalogue.QuestionName;

/**
 * How one version of a question measures.
 *
 * @param months  by month, the first one first
 * @param options each option of the question, also those that nobody took
 * @param weight  its share in the differences between totals of the quiz; empty outside a quiz
 */
record QuestionHealth(
        QuestionName name, List<Tally> months, List<OptionTally> options, ItemFigures figures, OptionalDouble weight) {

    static QuestionHealth of(
            QuestionName name,
            List<Tally> months,
            List<OptionTally> taken,
            ItemFigures.Spread spread,
            OptionalDouble weight) {
        List<OptionTally> options = name.options().stream()
                .map(option -> taken.stream()
                        .filter(each -> each.option().equals(option.id()))
                        .findFirst()
                        .orElse(new OptionTally(option.id(), 0, 0, 0)))
                .toList();
        return new QuestionHealth(name, months, options, ItemFigures.of(months, spread, options, name.right()), weight);
    }
}
