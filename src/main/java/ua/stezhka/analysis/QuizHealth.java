package ua.stezhka.analysis;

import java.util.List;
import java.util.Optional;
import ua.stezhka.analysis.Catalogue.QuizName;

/**
 * How one version of a quiz measures.
 *
 * @param versions all versions of the quiz that have answers, and the current one
 * @param all      what its attempts add up to; empty before the first one
 */
record QuizHealth(
        QuizName name,
        List<QuizName> versions,
        Optional<QuizTally> all,
        Optional<QuizFigures> figures,
        List<QuestionHealth> questions) {
    long people() {
        return all.map(QuizTally::attempts).orElse(0L);
    }

    /** Questions worth a look. */
    long suspicious() {
        return questions.stream()
                .filter(each -> !each.figures().flags().isEmpty()
                        && !each.figures().flags().contains(Flag.TOO_FEW))
                .count();
    }
}
