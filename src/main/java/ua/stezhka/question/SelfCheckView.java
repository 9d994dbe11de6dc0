package ua.stezhka.question;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * A check question of a lesson as a copy of the lesson has it: the question, untouched, and all that can be said about
 * answers, so that a device without a network can check one and say the same as the server would.
 *
 * @param version   the version of the question that is asked
 * @param check     the key, see {@link SelfCheck}
 * @param feedback  what is said, by its name: the tone, and after it {@code -first} (a hint), {@code -bare} (there is no hint) or
 *                  {@code -after} (from the second try on) where it makes a difference
 * @param notes     token of an option that is not right → what is said about it
 * @param rehearsal what follows on each press, of a rehearsal, else null
 */
public record SelfCheckView(
        QuestionView question,
        UUID version,
        String check,
        Map<String, FeedbackView> feedback,
        Map<String, RawString> notes,
        @Nullable RehearsalCopy rehearsal) {
    /** What the script puts the text that somebody typed in the place of. */
    private static final String TYPED = "{text}";

    /**
     * What follows on each press.
     *
     * @param screens after the first, the second … right press; the last one is the end
     * @param said    step and part, as {@code 2.3} → what is said about a press that is not right; {@code 2.show} for who asked
     * @param found   the end when each step was found after another press
     * @param shown   the end when each step was shown
     */
    public record RehearsalCopy(
            List<QuestionView> screens, Map<String, RehearsalView.Said> said, QuestionView found, QuestionView shown) {}

    /** @param id prefix of element ids */
    public static SelfCheckView of(String id, QuestionVersion question, Arrangement shown, Locale locale) {
        return new Drawing(id, question, shown, locale).draw();
    }

    private record Drawing(String id, QuestionVersion question, Arrangement shown, Locale locale) {
        SelfCheckView draw() {
            return new SelfCheckView(
                    QuestionView.of(id, question.face(), shown, null, Marks.NONE, locale),
                    question.id(),
                    SelfCheck.of(question, shown),
                    feedback(),
                    notes(),
                    question.key() instanceof AnswerKey.Rehearsal key
                                    && question.body() instanceof QuestionBody.Rehearsal body
                            ? rehearsal(key, body)
                            : null);
        }

        private Map<String, FeedbackView> feedback() {
            Map<String, FeedbackView> said = new LinkedHashMap<>();
            Explanation explanation = question.explanation();
            List<Feedback.Tone> atOnce = question.key() instanceof AnswerKey.Rubric
                    ? List.of(Feedback.Tone.COMPARE, Feedback.Tone.UNKNOWN)
                    : List.of(Feedback.Tone.RIGHT, Feedback.Tone.UNKNOWN);
            atOnce.forEach(tone -> said.put(tone.key(), view(tone, null, explanation.why(), true)));
            if (!(question.key() instanceof AnswerKey.Rubric || question.key() instanceof AnswerKey.Rehearsal)) {
                for (Feedback.Tone tone : List.of(Feedback.Tone.PARTLY, Feedback.Tone.LOOK_AGAIN)) {
                    said.put(tone.key() + "-first", view(tone, explanation.hint(), null, false));
                    if (explanation.hint() == null) {
                        said.put(tone.key() + "-bare", view(tone, null, explanation.why(), false));
                    }
                    said.put(tone.key() + "-after", view(tone, null, explanation.why(), true));
                }
            }
            return said;
        }

        private FeedbackView view(
                Feedback.Tone tone, @Nullable LocalText hint, @Nullable LocalText why, boolean release) {
            return FeedbackView.of(question, new Feedback(tone, List.of(), hint, why, release), locale);
        }

        private Map<String, RawString> notes() {
            Map<String, RawString> notes = new LinkedHashMap<>();
            List<String> options = shown.orders().getOrDefault(Arrangement.OPTIONS, List.of());
            for (String option : options) {
                LocalText note = question.explanation().notes().get(option);
                if (note != null) {
                    notes.put(
                            shown.token(Arrangement.OPTIONS, option),
                            new RawString(QuestionFace.withoutParagraph(note.in(locale))));
                }
            }
            return notes;
        }

        private RehearsalCopy rehearsal(AnswerKey.Rehearsal key, QuestionBody.Rehearsal body) {
            List<QuestionView> screens = new ArrayList<>();
            Map<String, RehearsalView.Said> said = new LinkedHashMap<>();
            List<Answer.Press> before = new ArrayList<>();
            List<Answer.Press> found = new ArrayList<>();
            List<Answer.Press> asked = new ArrayList<>();
            for (AnswerKey.RightPress right : key.steps()) {
                QuestionBody.Step step = body.steps().get(screens.size());
                Answer.Press press = press(right);
                List<Answer.Press> wrong = others(body.screenOf(step), right, press);
                wrong.forEach(other -> said.put(press.step() + '.' + other.part(), said(with(before, other))));
                Answer.Press show = new Answer.Press(press.step(), null, null);
                said.put(press.step() + ".show", said(with(before, show)));
                asked.add(show);
                wrong.stream().findFirst().ifPresent(found::add);
                found.add(press);
                before.add(press);
                screens.add(after(before));
            }
            return new RehearsalCopy(screens, said, after(found), after(asked));
        }

        private Answer.Press press(AnswerKey.RightPress right) {
            return new Answer.Press(
                    shown.token(Arrangement.STEPS, right.step()),
                    shown.token(Arrangement.partsOf(right.step()), right.part()),
                    right.accepted() == null ? null : right.accepted().uk().getFirst());
        }

        /** All presses on this screen that are not right; of the right field one with other words in it. */
        private List<Answer.Press> others(RehearsalScreen screen, AnswerKey.RightPress right, Answer.Press press) {
            List<Answer.Press> others = new ArrayList<>();
            for (ScreenPart part : screen.parts()) {
                boolean typed = part instanceof ScreenPart.Field;
                part.targets().stream()
                        .filter(target -> typed || !target.id().equals(right.part()))
                        .forEach(target -> others.add(new Answer.Press(
                                press.step(),
                                shown.token(Arrangement.partsOf(right.step()), target.id()),
                                typed ? TYPED : null)));
            }
            return others;
        }

        private static List<Answer.Press> with(List<Answer.Press> before, Answer.Press last) {
            List<Answer.Press> presses = new ArrayList<>(before);
            presses.add(last);
            return presses;
        }

        private QuestionView after(List<Answer.Press> presses) {
            Given given = Given.of(new Answer.Rehearsal(List.copyOf(presses)));
            return QuestionView.of(id, question.face(), shown, given, Marks.of(question, given, shown, locale), locale);
        }

        private RehearsalView.Said said(List<Answer.Press> presses) {
            RehearsalView rehearsal = after(presses).rehearsal();
            if (rehearsal == null || rehearsal.said() == null) {
                throw new IllegalStateException("a press about which nothing is said");
            }
            return rehearsal.said();
        }
    }
}
