package ua.stezhka.quiz;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * How the parts of an answer went, by tokens: what a page marks after the answer was checked. A page of an open attempt is
 * drawn with {@link #NONE}.
 *
 * @param whole the mark of the whole answer: empty, {@code right} or {@code again}
 * @param parts marks of chosen options or left sides
 * @param notes notes of chosen options, HTML in the language of the page
 */
record Marks(String whole, Map<String, String> parts, Map<String, String> notes) {
    static final String RIGHT = "right";
    static final String AGAIN = "again";
    static final Marks NONE = new Marks("", Map.of(), Map.of());

    static Marks of(QuestionVersion question, @Nullable Given given, Arrangement shown, Locale locale) {
        Answer tokens = given == null ? null : given.answer();
        if (tokens == null) {
            return NONE;
        }
        Answer ids = shown.resolve(tokens);
        String whole = mark(Grading.score(question.key(), ids).isFull());
        Map<String, String> parts = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        switch (question.key()) {
            case AnswerKey.SingleChoice k
            when tokens instanceof Answer.SingleChoice a -> {
                parts.put(a.option(), whole);
                note(question, shown, a.option(), notes, locale);
            }
            case AnswerKey.MultipleChoice k
            when tokens instanceof Answer.MultipleChoice a ->
                a.options().forEach(token -> {
                    boolean right = k.right().contains(shown.idOf(Arrangement.OPTIONS, token));
                    parts.put(token, mark(right));
                    if (!right) {
                        note(question, shown, token, notes, locale);
                    }
                });
            case AnswerKey.TrueFalse k
            when tokens instanceof Answer.TrueFalse a -> parts.put(Boolean.toString(a.value()), whole);
            case AnswerKey.Matching k
            when tokens instanceof Answer.Matching a ->
                a.pairs()
                        .forEach((left, right) -> parts.put(
                                left,
                                mark(shown.idOf(Arrangement.RIGHT, right)
                                        .equals(k.pairs().get(shown.idOf(Arrangement.LEFT, left))))));
            case AnswerKey.Rehearsal k
            when ids instanceof Answer.Rehearsal a -> {
                return RehearsalMarks.of(question, k, a, shown, locale);
            }
            default -> {}
        }
        return new Marks(whole, parts, notes);
    }

    private static void note(
            QuestionVersion question, Arrangement shown, String token, Map<String, String> notes, Locale locale) {
        LocalText note = question.explanation().notes().get(shown.idOf(Arrangement.OPTIONS, token));
        if (note != null) {
            notes.put(token, note.in(locale));
        }
    }

    private static String mark(boolean right) {
        return right ? RIGHT : AGAIN;
    }
}
