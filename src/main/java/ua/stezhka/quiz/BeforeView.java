package ua.stezhka.quiz;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told before a quiz.
 *
 * @param language  language of the course’s title
 * @param needed    how many right answers are needed, such as "7"
 * @param open      the attempt to go on with, or null
 * @param submitted how many attempts were submitted
 * @param readByPeople whether people may have to mark an answer before the result is known
 * @param waiting   the attempt that people are marking, or null
 * @param passed    the attempt that passed, or null
 */
public record BeforeView(
        String course,
        String courseTitle,
        String language,
        int questions,
        int minutes,
        String needed,
        @Nullable UUID open,
        int submitted,
        boolean readByPeople,
        @Nullable UUID waiting,
        @Nullable UUID passed) {}
