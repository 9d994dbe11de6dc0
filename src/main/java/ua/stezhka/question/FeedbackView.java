package ua.stezhka.question;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What a page says about an answer; the fragment {@code question/_feedback} draws it.
 *
 * @param tone        right, partly, look-again, compare or unknown
 * @param rightAnswer the right answer in words, empty while it is not told
 * @param criteria    what to look at when comparing an own work with a model
 */
public record FeedbackView(
        String tone,
        String lang,
        @Nullable RawString hint,
        @Nullable RawString why,
        List<String> rightAnswer,
        List<String> criteria) {

    public static FeedbackView of(QuestionVersion question, Feedback feedback, Locale locale) {
        boolean tell = feedback.release()
                && feedback.tone() != Feedback.Tone.RIGHT
                && !(question.body() instanceof QuestionBody.Rehearsal);
        return new FeedbackView(
                feedback.tone().key(),
                question.explanation().why().languageIn(locale),
                raw(feedback.hint(), locale),
                raw(feedback.why(), locale),
                tell ? AnswerWords.right(question, locale) : List.of(),
                question.rubric()
                        .filter(rubric -> tell)
                        .map(rubric -> rubric.criteria().stream()
                                .map(criterion -> criterion.text().in(locale))
                                .toList())
                        .orElse(List.of()));
    }

    private static @Nullable RawString raw(@Nullable LocalText html, Locale locale) {
        return html == null ? null : new RawString(html.in(locale));
    }
}
