package ua.stezhka.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.LocalText;

class FeedbackTest {
    private static final LocalText WHY = new LocalText("Бо код потрібен лише вам.", null);
    private static final LocalText NOTE = new LocalText("Служба безпеки коду не питає.", null);
    private static final LocalText HINT = new LocalText("Хто має набирати номер?", null);
    private static final AnswerKey KEY = new AnswerKey.SingleChoice("hang-up");
    private static final Explanation FULL = new Explanation(WHY, Map.of("give-code", NOTE), HINT);

    private static Feedback said(Explanation explanation, @Nullable Answer answer, int tries) {
        return Feedback.inPractice(KEY, explanation, answer, Grading.score(KEY, answer), tries);
    }

    @Test
    void a_right_answer_is_explained_at_once() {
        Feedback feedback = said(FULL, new Answer.SingleChoice("hang-up"), 1);
        assertThat(feedback.tone()).isEqualTo(Feedback.Tone.RIGHT);
        assertThat(feedback.why()).isEqualTo(WHY);
        assertThat(feedback.hint()).isNull();
        assertThat(feedback.notes()).isEmpty();
    }

    @Test
    void the_first_try_that_is_not_right_brings_a_note_and_a_hint_but_not_the_answer() {
        Feedback feedback = said(FULL, new Answer.SingleChoice("give-code"), 1);
        assertThat(feedback.tone()).isEqualTo(Feedback.Tone.LOOK_AGAIN);
        assertThat(feedback.notes()).containsExactly(NOTE);
        assertThat(feedback.hint()).isEqualTo(HINT);
        assertThat(feedback.why()).isNull();
        assertThat(feedback.release()).isFalse();
    }

    @Test
    void the_second_try_brings_the_explanation() {
        Feedback feedback = said(FULL, new Answer.SingleChoice("give-code"), 2);
        assertThat(feedback.why()).isEqualTo(WHY);
        assertThat(feedback.release()).isTrue();
    }

    @Test
    void not_knowing_is_answered_with_the_explanation() {
        Feedback feedback = said(FULL, null, 1);
        assertThat(feedback.tone()).isEqualTo(Feedback.Tone.UNKNOWN);
        assertThat(feedback.why()).isEqualTo(WHY);
        assertThat(feedback.release()).isTrue();
    }

    @Test
    void when_nothing_else_can_be_said_the_explanation_comes_at_once() {
        Feedback feedback = said(new Explanation(WHY, Map.of(), null), new Answer.SingleChoice("other"), 1);
        assertThat(feedback.why()).isEqualTo(WHY);
        assertThat(feedback.release()).isFalse();
    }

    @Test
    void a_partly_right_answer_is_called_so_and_only_its_wrong_part_is_noted() {
        AnswerKey key = new AnswerKey.MultipleChoice(Set.of("a", "b", "c"), Set.of("x", "y"));
        Explanation notes = new Explanation(WHY, Map.of("x", NOTE, "a", HINT), null);
        Answer answer = new Answer.MultipleChoice(Set.of("a", "b", "x"));
        Feedback feedback = Feedback.inPractice(key, notes, answer, Grading.score(key, answer), 1);
        assertThat(feedback.tone()).isEqualTo(Feedback.Tone.PARTLY);
        assertThat(feedback.notes()).containsExactly(NOTE);
    }

    @Test
    void afterwards_everything_is_said() {
        Answer answer = new Answer.SingleChoice("give-code");
        Feedback feedback = Feedback.afterwards(KEY, FULL, answer, Grading.score(KEY, answer));
        assertThat(feedback.notes()).containsExactly(NOTE);
        assertThat(feedback.why()).isEqualTo(WHY);
        assertThat(feedback.release()).isTrue();
    }
}
