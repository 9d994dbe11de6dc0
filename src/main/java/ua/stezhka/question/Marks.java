package ua.stezhka.question;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
public record Marks(String whole, Map<String, String> parts, Map<String, String> notes) {
    static final String RIGHT = "right";
    static final String AGAIN = "again";
    public static final Marks NONE = new Marks("", Map.of(), Map.of());

    public static Marks of(QuestionVersion question, @Nullable Given given, Arrangement shown, Locale locale) {
        Answer tokens = given == null ? null : given.answer();
        if (tokens == null || question.rubric().isPresent()) {
            return NONE;
        }
        String whole = mark(Grading.score(question.key(), shown.resolve(tokens)).isFull());
        Map<String, String> notes = new HashMap<>();
        return switch (question.key()) {
            case AnswerKey.SingleChoice k
            when tokens instanceof Answer.SingleChoice a -> {
                note(question, shown, a.option(), notes, locale);
                yield new Marks(whole, Map.of(a.option(), whole), notes);
            }
            case AnswerKey.MultipleChoice k
            when tokens instanceof Answer.MultipleChoice a ->
                chosen(question, k.right(), a.options(), shown, whole, locale);
            case AnswerKey.Hotspot k
            when tokens instanceof Answer.Hotspot a -> chosen(question, k.right(), a.regions(), shown, whole, locale);
            case AnswerKey.TrueFalse k
            when tokens instanceof Answer.TrueFalse a ->
                new Marks(whole, Map.of(Boolean.toString(a.value()), whole), notes);
            case AnswerKey.Matching k
            when tokens instanceof Answer.Matching a ->
                new Marks(whole, joined(a.pairs(), k.pairs(), Arrangement.LEFT, Arrangement.RIGHT, shown), notes);
            case AnswerKey.Categorise k
            when tokens instanceof Answer.Categorise a ->
                new Marks(
                        whole, joined(a.groups(), k.groups(), Arrangement.ITEMS, Arrangement.CATEGORIES, shown), notes);
            case AnswerKey.Rehearsal k
            when shown.resolve(tokens) instanceof Answer.Rehearsal a ->
                RehearsalMarks.of(question, k, a, shown, locale);
            default -> new Marks(whole, Map.of(), notes);
        };
    }

    private static Marks chosen(
            QuestionVersion question,
            Set<String> right,
            Set<String> tokens,
            Arrangement shown,
            String whole,
            Locale locale) {
        Map<String, String> parts = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (String token : tokens) {
            boolean fits = right.contains(shown.idOf(Arrangement.OPTIONS, token));
            parts.put(token, mark(fits));
            if (!fits) {
                note(question, shown, token, notes, locale);
            }
        }
        return new Marks(whole, parts, notes);
    }

    private static Map<String, String> joined(
            Map<String, String> given, Map<String, String> key, String ones, String others, Arrangement shown) {
        Map<String, String> parts = new HashMap<>();
        given.forEach(
                (one, other) -> parts.put(one, mark(shown.idOf(others, other).equals(key.get(shown.idOf(ones, one))))));
        return parts;
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
