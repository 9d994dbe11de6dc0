package ua.stezhka.quiz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import ua.stezhka.question.Score;

/** Scores in words: how many questions’ worth was earned, and how many are needed. */
final class Pass {
    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    private Pass() {}

    /** "7" or "6,5" of {@code questions}; never more than was earned. */
    static String earned(Score score, int questions, Locale locale) {
        BigDecimal points = BigDecimal.valueOf(score.earned())
                .multiply(BigDecimal.valueOf(questions))
                .divide(BigDecimal.valueOf(score.possible()), 1, RoundingMode.DOWN);
        return format(points, locale);
    }

    /** How much is needed to pass; never less than is needed. */
    static String needed(QuizVersion quiz, Locale locale) {
        BigDecimal points = BigDecimal.valueOf(quiz.passPercent())
                .multiply(BigDecimal.valueOf(quiz.length()))
                .divide(PER_CENT, 1, RoundingMode.UP);
        return format(points, locale);
    }

    private static String format(BigDecimal points, Locale locale) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(points);
    }
}
