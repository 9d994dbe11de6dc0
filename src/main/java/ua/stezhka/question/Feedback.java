package ua.stezhka.question;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * What a person is told about an answer, kindly: first what to look at again, the explanation once it is right or after
 * the second try.
 *
 * @param tone    how it went
 * @param notes   about the chosen options that are not right
 * @param hint    a nudge, when there is something left to find
 * @param why     the explanation, when it is time for it
 * @param release whether the right answer may be shown beside it
 */
public record Feedback(
        Tone tone,
        List<LocalText> notes,
        @Nullable LocalText hint,
        @Nullable LocalText why,
        boolean release) {
    private static final int TRIES_BEFORE_EXPLANATION = 2;

    /** How an answer went: words and a picture follow from it, never a red mark. */
    public enum Tone {
        RIGHT,
        PARTLY,
        /** An own work, to be compared with a model. */
        COMPARE,
        LOOK_AGAIN,
        UNKNOWN;

        /** The name in message keys and templates. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Tone of(Score score, @Nullable Answer answer) {
            return answer == null ? UNKNOWN : score.isFull() ? RIGHT : score.isNothing() ? LOOK_AGAIN : PARTLY;
        }
    }

    /**
     * What to say in a practice.
     *
     * @param answer in ids of the content, null for «Не знаю»
     * @param tries  how many times this question was answered so far, this one included
     */
    public static Feedback inPractice(
            AnswerKey key, Explanation explanation, @Nullable Answer answer, Score score, int tries) {
        Tone tone = tone(key, answer, score);
        List<LocalText> notes = notes(key, explanation, answer);
        boolean nothingElseToSay = notes.isEmpty() && explanation.hint() == null;
        boolean release =
                tone == Tone.RIGHT || tone == Tone.COMPARE || tone == Tone.UNKNOWN || tries >= TRIES_BEFORE_EXPLANATION;
        return new Feedback(
                tone,
                notes,
                release ? null : explanation.hint(),
                release || nothingElseToSay ? explanation.why() : null,
                release);
    }

    /** What to say after submission: everything. */
    static Feedback afterwards(AnswerKey key, Explanation explanation, @Nullable Answer answer, Score score) {
        return new Feedback(Tone.of(score, answer), notes(key, explanation, answer), null, explanation.why(), true);
    }

    /** In a lesson a rehearsal may take as many presses as it takes: found is found. Nobody marks what people write there. */
    private static Tone tone(AnswerKey key, @Nullable Answer answer, Score score) {
        if (key instanceof AnswerKey.Rubric && answer != null) {
            return Tone.COMPARE;
        }
        if (key instanceof AnswerKey.Rehearsal k && answer instanceof Answer.Rehearsal a) {
            return Walkthrough.of(k, a.presses()).solved() ? Tone.RIGHT : Tone.UNKNOWN;
        }
        return Tone.of(score, answer);
    }

    private static List<LocalText> notes(AnswerKey key, Explanation explanation, @Nullable Answer answer) {
        Set<String> chosen = new TreeSet<>();
        if (answer instanceof Answer.SingleChoice a) {
            chosen.add(a.option());
        } else if (answer instanceof Answer.MultipleChoice a) {
            chosen.addAll(a.options());
        } else if (answer instanceof Answer.Hotspot a) {
            chosen.addAll(a.regions());
        }
        if (key instanceof AnswerKey.SingleChoice k) {
            chosen.remove(k.option());
        } else if (key instanceof AnswerKey.MultipleChoice k) {
            chosen.removeAll(k.right());
        } else if (key instanceof AnswerKey.Hotspot k) {
            chosen.removeAll(k.right());
        }
        return chosen.stream()
                .map(explanation.notes()::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
