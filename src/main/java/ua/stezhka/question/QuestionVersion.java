package ua.stezhka.question;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published question: never changes, so it is read once and kept. Holds the key and therefore never leaves this module. */
public record QuestionVersion(
        UUID id,
        UUID questionId,
        String contentId,
        QuestionFace face,
        AnswerKey key,
        Explanation explanation,
        String competence,
        String level) {

    public QuestionBody body() {
        return face.body();
    }

    public Score score(@Nullable Given given, Arrangement shown) {
        return Grading.score(key, meant(given, shown));
    }

    /** How people mark an answer to it, when they do. */
    public Optional<AnswerKey.Rubric> rubric() {
        return key instanceof AnswerKey.Rubric rubric ? Optional.of(rubric) : Optional.empty();
    }

    /** Whether the score of what is given comes from people; who answered nothing has nothing to wait for. */
    public boolean markedByPeople(@Nullable Given given) {
        return given != null && given.answer() != null && key instanceof AnswerKey.Rubric;
    }

    /** The score in a lesson: whoever wrote something compares it with a model, and that is all there is to do. */
    public Score practised(@Nullable Given given, Arrangement shown) {
        Answer meant = meant(given, shown);
        return markedByPeople(given) ? Score.EVERYTHING : Grading.score(key, meant);
    }

    /** Whether the answer says all there is to say: of a rehearsal, whether its last step is done. */
    public boolean ends(@Nullable Given given, Arrangement shown) {
        return !(key instanceof AnswerKey.Rehearsal rehearsal)
                || meant(given, shown) instanceof Answer.Rehearsal a
                        && Walkthrough.of(rehearsal, a.presses()).finished();
    }

    /**
     * Whether the person has done all of it: answered fully right, or found every step of a rehearsal, in however many presses.
     *
     * @throws MalformedAnswer when a press was made at a step that was not open
     */
    public boolean solvedBy(@Nullable Given given, Arrangement shown) {
        if (!(key instanceof AnswerKey.Rehearsal rehearsal)) {
            return practised(given, shown).isFull();
        }
        if (!(meant(given, shown) instanceof Answer.Rehearsal a)) {
            return false;
        }
        if (!Walkthrough.possible(rehearsal, a.presses())) {
            throw new MalformedAnswer("presses");
        }
        return Walkthrough.of(rehearsal, a.presses()).solved();
    }

    /** The answer in ids of the content, null when there is none. */
    @Nullable
    public Answer meant(@Nullable Given given, Arrangement shown) {
        return given == null || given.answer() == null ? null : shown.resolve(given.answer());
    }
}
