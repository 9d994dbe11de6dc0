package ua.stezhka.quiz;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Feedback;
import ua.stezhka.question.FeedbackView;
import ua.stezhka.question.Given;
import ua.stezhka.question.Marks;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;

/**
 * A check question of a lesson: include {@code question/_question} with {@code q=question} and {@code question/_feedback} with
 * {@code f=feedback} in a form, and put {@code saveId} into a hidden field of that name.
 *
 * @param version  the version of the question that is asked
 * @param saveId   a new one each time the page is shown
 * @param feedback null until it was answered
 * @param tries    how many times it was answered
 */
public record PracticeView(
        QuestionView question,
        UUID version,
        UUID saveId,
        @Nullable FeedbackView feedback,
        int tries) {
    /** Everything was right the last time, or the own work was compared with a model. */
    public boolean right() {
        return question.isRight() || question.work() != null && tries > 0;
    }

    static PracticeView untouched(QuestionVersion question, Arrangement shown, Locale locale) {
        return new PracticeView(
                QuestionView.of("q", question.face(), shown, null, Marks.NONE, locale),
                question.id(),
                Ids.next(),
                null,
                0);
    }

    static PracticeView of(QuestionVersion question, AttemptSheet.Slot slot, Locale locale) {
        Given given = slot.given();
        if (given == null) {
            return untouched(question, slot.shown(), locale);
        }
        Answer meant = question.meant(given, slot.shown());
        Feedback feedback = Feedback.inPractice(
                question.key(), question.explanation(), meant, question.practised(given, slot.shown()), slot.tries());
        Marks marks = Marks.of(question, given, slot.shown(), locale);
        // While a rehearsal goes on it tells itself about each press.
        boolean over = question.ends(given, slot.shown());
        return new PracticeView(
                QuestionView.of("q", question.face(), slot.shown(), given, marks, locale),
                question.id(),
                Ids.next(),
                over ? FeedbackView.of(question, feedback, locale) : null,
                slot.tries());
    }
}
