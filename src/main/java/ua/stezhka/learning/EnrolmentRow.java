package ua.stezhka.learning;

import java.util.UUID;

/**
 * An enrolment in the administrator's lists.
 *
 * @param person      the person's name; empty for a guest without an account
 * @param language    of the course’s title, which may have no translation
 * @param lessonsDone lessons that are completed
 */
public record EnrolmentRow(
        UUID personId,
        String person,
        String course,
        String language,
        String slug,
        String startedOn,
        int lessonsDone,
        int lessons,
        boolean quizPassed,
        String quizPercent,
        String completedOn) {}
