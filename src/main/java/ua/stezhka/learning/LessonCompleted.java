package ua.stezhka.learning;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.course.Revision;

/** A person finished all steps of a lesson for the first time. */
public record LessonCompleted(
        UUID enrolmentId, UUID personId, UUID actorId, Revision revision, Revision.Lesson lesson, Instant at) {}
