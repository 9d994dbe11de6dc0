package ua.stezhka.quiz;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.LocalText;

/**
 * A published quiz: never changes.
 *
 * @param course the course’s id in the content and address
 * @param lesson the lesson’s id, null for the final quiz
 * @param pool   ids of question versions
 */
record QuizVersion(
        UUID id,
        UUID quizId,
        UUID courseId,
        String course,
        @Nullable String lesson,
        LocalText title,
        int draws,
        int passPercent,
        int minutes,
        List<UUID> pool,
        Terms terms) {

    boolean isFinal() {
        return lesson == null;
    }

    /** How many questions an attempt has. */
    int length() {
        return terms.blueprint() == null
                ? Math.min(draws, pool.size())
                : terms.blueprint().length();
    }
}
