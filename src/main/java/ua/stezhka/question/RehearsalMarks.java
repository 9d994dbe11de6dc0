package ua.stezhka.question;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/** What is told at each press of a rehearsal in a lesson: how the steps went, and why a press was not the right one. */
final class RehearsalMarks {
    /** The name under which the last press is explained. */
    static final String SAID = "said";

    private RehearsalMarks() {}

    /** The name under which stands what would have been right at a step, for somebody who asked. */
    static String shown(String stepToken) {
        return "shown." + stepToken;
    }

    /** Parts are marked by the tokens of the steps, with the words of {@link #word}. */
    static Marks of(
            QuestionVersion question,
            AnswerKey.Rehearsal key,
            Answer.Rehearsal answer,
            Arrangement shown,
            Locale locale) {
        Walkthrough walk = Walkthrough.of(key, answer.presses());
        Map<String, String> parts = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (int i = 0; i < key.steps().size(); i++) {
            AnswerKey.RightPress right = key.steps().get(i);
            String token = shown.token(Arrangement.STEPS, right.step());
            parts.put(token, word(walk.steps().get(i)));
            if (walk.steps().get(i) == Walkthrough.How.SHOWN && question.body() instanceof QuestionBody.Rehearsal b) {
                notes.put(shown(token), AnswerWords.pressed(b, right, locale));
            }
        }
        LocalText said = said(question, key, walk, answer.presses());
        if (said != null) {
            notes.put(SAID, said.in(locale));
        }
        return new Marks(walk.finished() ? Marks.RIGHT : Marks.AGAIN, parts, notes);
    }

    static String word(Walkthrough.How how) {
        return switch (how) {
            case AT_ONCE -> "at-once";
            case FOUND -> "found";
            case SHOWN -> "shown";
            case OPEN -> "open";
        };
    }

    private static @Nullable LocalText said(
            QuestionVersion question, AnswerKey.Rehearsal key, Walkthrough walk, List<Answer.Press> presses) {
        if (presses.isEmpty() || !(question.body() instanceof QuestionBody.Rehearsal body)) {
            return null;
        }
        Answer.Press last = presses.getLast();
        for (int i = 0; i < key.steps().size(); i++) {
            QuestionBody.Step step = body.steps().get(i);
            if (step.id().equals(last.step())) {
                boolean over = walk.steps().get(i) != Walkthrough.How.OPEN;
                String name = over
                        ? Explanation.afterStep(step.id())
                        : Explanation.ofPart(step.screen(), String.valueOf(last.part()));
                return question.explanation().notes().get(name);
            }
        }
        return null;
    }
}
