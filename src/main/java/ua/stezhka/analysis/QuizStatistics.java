package ua.stezhka.analysis;

import static ua.stezhka.analysis.QuestionStatistics.told;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a quiz measures, by the first attempt of each person. Shares are from 0 to 1; what is null cannot be told, or is of too few people
 * to be shown.
 *
 * @param reliability     Cronbach’s alpha; where each attempt draws its own questions, the coefficient of nested questions
 * @param reliabilityKind {@code alpha} or {@code nested}
 * @param error           standard error of measurement
 */
public record QuizStatistics(
        UUID quizId,
        UUID versionId,
        String course,
        String title,
        @Nullable Long people,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double deviation,
        @Nullable Double skewness,
        @Nullable Double kurtosis,
        @Nullable Double reliability,
        @Nullable String reliabilityKind,
        @Nullable Double error,
        @Nullable Double errorRatio,
        List<QuestionStatistics> questions) {

    static QuizStatistics of(QuizHealth quiz, boolean exact, Locale locale) {
        boolean enough = AnalysisViews.enough(quiz.people(), exact);
        QuizFigures figures = quiz.figures().filter(each -> enough).orElse(null);
        Reliability reliability = figures == null ? null : figures.reliability().orElse(null);
        return new QuizStatistics(
                quiz.name().quiz(),
                quiz.name().version(),
                quiz.name().course(),
                quiz.name().title().in(locale),
                !exact && SmallCells.tooSmall(quiz.people()) ? null : quiz.people(),
                figures == null ? null : told(figures.mean(), true),
                figures == null ? null : told(figures.median(), true),
                figures == null ? null : told(figures.deviation(), true),
                figures == null ? null : told(figures.skewness(), true),
                figures == null ? null : told(figures.kurtosis(), true),
                reliability == null ? null : reliability.value(),
                reliability == null ? null : reliability.drawn() ? "nested" : "alpha",
                figures == null ? null : told(figures.error(), true),
                reliability == null ? null : told(OptionalDouble.of(reliability.errorRatio()), true),
                quiz.questions().stream()
                        .map(each -> QuestionStatistics.of(each, exact, locale))
                        .toList());
    }
}
