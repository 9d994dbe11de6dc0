package ua.stezhka.learning;

import java.util.UUID;

/**
 * An enrolment in the administrator's lists.
 *
 * @param person      the person's name; empty for a guest without an account
 * @param language    of the course’s title, which may have no translation
 * @param withdrawn   the course is no longer in the catalogue
 * @param lessonsDone lessons that are completed
 */
public record EnrolmentRow(
        UUID personId,
        String person,
        String course,
        String language,
        String slug,
        boolean withdrawn,
        String startedOn,
        int lessonsDone,
        int lessons,
        boolean quizPassed,
        String quizPercent,
        String completedOn) {}
