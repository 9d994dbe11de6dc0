package ua.stezhka.learning;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.course.Revision;

/**
 * A person finished a course: all lessons are done and the final quiz is passed. Observed in the same transaction.
 *
 * @param revision    the revision that was completed
 * @param quizPercent the best passing result of the final quiz
 */
public record CourseCompleted(
        UUID enrolmentId, UUID personId, UUID actorId, Revision revision, int quizPercent, Instant at) {}
