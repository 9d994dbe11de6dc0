package ua.stezhka.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.ResponseState;
import ua.stezhka.question.Score;

/**
 * An attempt as it is stored now: its dates, its questions in their order, what was answered.
 *
 * @param trial an author tries the quiz out; it counts nowhere
 */
record AttemptSheet(
        UUID id,
        boolean trial,
        QuizVersion quiz,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant deadline,
        @Nullable Score score,
        boolean passed,
        List<Slot> slots) {

    /**
     * One question of the attempt.
     *
     * @param arrangement read only where the question itself is needed
     * @param given       null when it was never answered; its answer is there only with the arrangement
     * @param revision    0 when it was never answered
     */
    record Slot(
            int position,
            UUID questionVersionId,
            @Nullable Arrangement arrangement,
            @Nullable Given given,
            int revision,
            @Nullable Instant savedAt,
            int tries,
            boolean flagged,
            @Nullable Score score) {

        Arrangement shown() {
            if (arrangement == null) {
                throw new IllegalStateException("question " + position + " was read without its arrangement");
            }
            return arrangement;
        }

        boolean answered() {
            return given != null && given.state() != ResponseState.CLEARED && !begun();
        }

        /** Whether it is a rehearsal with steps still to do; known only where the question itself is read. */
        boolean begun() {
            return arrangement != null
                    && given != null
                    && given.answer() instanceof Answer.Rehearsal a
                    && a.presses().size() < arrangement.order(Arrangement.STEPS).size();
        }
    }

    Optional<Slot> slot(int position) {
        return slots.stream().filter(slot -> slot.position() == position).findFirst();
    }

    Optional<Slot> slotOf(UUID questionVersionId) {
        return slots.stream()
                .filter(slot -> slot.questionVersionId().equals(questionVersionId))
                .findFirst();
    }

    boolean open() {
        return submittedAt == null;
    }

    /** Whether the clock ended it. */
    boolean timedOut() {
        return deadline != null && deadline.equals(submittedAt);
    }

    /** Submitted, and people still have to mark an answer. */
    boolean waiting() {
        return submittedAt != null && score == null;
    }

    /** Where to go on: the first question without an answer, else the last one. */
    int resumeAt() {
        return slots.stream()
                .filter(slot -> !slot.answered())
                .map(Slot::position)
                .findFirst()
                .orElse(slots.size());
    }
}
