package ua.stezhka.quiz;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a person stands with a quiz.
 *
 * @param open      the attempt that is not submitted yet
 * @param submitted how many attempts are submitted
 * @param waiting   the last attempt that people still have to mark
 * @param passed    the first attempt that passed
 * @param passedAt  when it was submitted
 */
public record QuizStanding(
        Optional<UUID> open, int submitted, Optional<UUID> waiting, Optional<UUID> passed, Optional<Instant> passedAt) {
    static final QuizStanding NONE =
            new QuizStanding(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
}
