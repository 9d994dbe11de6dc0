package ua.stezhka.quiz;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.AnswerWords;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/**
 * The result of a submitted attempt for programs.
 *
 * @param waiting  how many answers people still have to mark; until then there is no score
 * @param passed   null while answers wait
 * @param earned   numerator of the exact score
 * @param possible denominator of the exact score
 * @param scaled   the score from 0 to 1, rounded down to four digits
 */
public record AttemptResult(
        UUID id,
        String course,
        Instant submittedAt,
        int waiting,
        @Nullable Boolean passed,
        int passPercent,
        @Nullable Long earned,
        @Nullable Long possible,
        @Nullable BigDecimal scaled,
        List<Graded> questions) {

    /**
     * One question.
     *
     * @param given       what was answered, in words
     * @param rightAnswer the right answer, in words
     * @param scaled      null while people have to mark it
     * @param why         the explanation, safe HTML
     * @param work        what people gave or will give, null for other questions
     */
    public record Graded(
            int position,
            String prompt,
            @Nullable BigDecimal scaled,
            List<String> given,
            List<String> rightAnswer,
            String why,
            @Nullable MarkedView work) {}

    static AttemptResult of(
            AttemptSheet sheet,
            Function<UUID, QuestionVersion> questions,
            Map<Integer, MarkedView> works,
            Locale locale) {
        Score score = sheet.score();
        return new AttemptResult(
                sheet.id(),
                sheet.quiz().course(),
                Objects.requireNonNull(sheet.submittedAt()),
                (int) works.values().stream().filter(work -> !work.marked()).count(),
                score == null ? null : sheet.passed(),
                sheet.quiz().passPercent(),
                score == null ? null : (Long) score.earned(),
                score == null ? null : (Long) score.possible(),
                score == null ? null : score.scaled(),
                sheet.slots().stream()
                        .map(slot -> graded(
                                slot, questions.apply(slot.questionVersionId()), works.get(slot.position()), locale))
                        .toList());
    }

    private static Graded graded(
            AttemptSheet.Slot slot, QuestionVersion question, @Nullable MarkedView work, Locale locale) {
        boolean waits = work != null && !work.marked();
        return new Graded(
                slot.position(),
                question.face().plain().in(locale),
                waits
                        ? null
                        : Objects.requireNonNullElse(slot.score(), Score.NOTHING)
                                .scaled(),
                AnswerWords.of(question.body(), slot.given(), slot.shown(), locale),
                waits ? List.of() : AnswerWords.right(question, locale),
                question.explanation().why().in(locale),
                work);
    }
}
