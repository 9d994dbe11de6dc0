package ua.stezhka.learning;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.course.Revision;

/**
 * A person finished a step of a lesson for the first time.
 *
 * @param percent how much of the lesson is done, 1 to 100
 */
public record StepDone(
        UUID enrolmentId,
        UUID personId,
        UUID actorId,
        Revision revision,
        Revision.Lesson lesson,
        int position,
        int percent,
        Instant at) {}
