package ua.stezhka.learning;

import java.time.Instant;
import java.util.UUID;
import ua.stezhka.course.Revision;

/** A person began a course. */
public record CourseStarted(UUID enrolmentId, UUID personId, UUID actorId, Revision revision, Instant at) {}
