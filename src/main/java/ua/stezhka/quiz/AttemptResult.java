package ua.stezhka.quiz;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * The result of a submitted attempt for programs.
 *
 * @param earned   numerator of the exact score
 * @param possible denominator of the exact score
 * @param scaled   the score from 0 to 1, rounded down to four digits
 */
public record AttemptResult(
        UUID id,
        String course,
        Instant submittedAt,
        boolean passed,
        int passPercent,
        long earned,
        long possible,
        BigDecimal scaled,
        List<Graded> questions) {

    /**
     * One question.
     *
     * @param given       what was answered, in words
     * @param rightAnswer the right answer, in words
     * @param why         the explanation, safe HTML
     */
    public record Graded(
            int position, String prompt, BigDecimal scaled, List<String> given, List<String> rightAnswer, String why) {}

    static AttemptResult of(AttemptSheet sheet, Function<UUID, QuestionVersion> questions, Locale locale) {
        Score score = Objects.requireNonNull(sheet.score());
        return new AttemptResult(
                sheet.id(),
                sheet.quiz().course(),
                Objects.requireNonNull(sheet.submittedAt()),
                sheet.passed(),
                sheet.quiz().passPercent(),
                score.earned(),
                score.possible(),
                score.scaled(),
                sheet.slots().stream()
                        .map(slot -> graded(slot, questions.apply(slot.questionVersionId()), locale))
                        .toList());
    }

    private static Graded graded(AttemptSheet.Slot slot, QuestionVersion question, Locale locale) {
        return new Graded(
                slot.position(),
                question.face().plain().in(locale),
                Objects.requireNonNullElse(slot.score(), Score.NOTHING).scaled(),
                AnswerWords.of(question.body(), slot.given(), slot.shown(), locale),
                AnswerWords.right(question, locale),
                question.explanation().why().in(locale));
    }
}
