package ua.stezhka.learning;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ua.stezhka.course.Revision;
import ua.stezhka.xapi.Activity;
import ua.stezhka.xapi.ActivityType;
import ua.stezhka.xapi.Context;
import ua.stezhka.xapi.Result;
import ua.stezhka.xapi.Statement;
import ua.stezhka.xapi.Statements;
import ua.stezhka.xapi.Verbs;

/** Tells the record store what people learn, under a pseudonym, in the same transaction. */
@Singleton
class LearningStatements {
    private final Statements statements;

    LearningStatements(Statements statements) {
        this.statements = statements;
    }

    void launched(@Observes CourseStarted event) {
        store(Statement.of(
                        "enrolment/" + event.enrolmentId() + "/launched",
                        statements.agent(event.actorId()),
                        Verbs.LAUNCHED,
                        course(event.revision()),
                        event.at())
                .with(context(event.enrolmentId(), event.revision())));
    }

    void progressed(@Observes StepDone event) {
        store(Statement.of(
                        "lesson-progress/" + event.enrolmentId() + '/'
                                + event.lesson().id() + "/step/" + event.position(),
                        statements.agent(event.actorId()),
                        Verbs.PROGRESSED,
                        lesson(event.revision(), event.lesson()),
                        event.at())
                .with(Result.ofProgress(event.percent()))
                .with(context(event.enrolmentId(), event.revision()).parent(course(event.revision()))));
    }

    void completed(@Observes LessonCompleted event) {
        store(Statement.of(
                        "lesson-progress/" + event.enrolmentId() + '/'
                                + event.lesson().id() + "/completed",
                        statements.agent(event.actorId()),
                        Verbs.COMPLETED,
                        lesson(event.revision(), event.lesson()),
                        event.at())
                .with(Result.ofCompletion(true))
                .with(context(event.enrolmentId(), event.revision()).parent(course(event.revision()))));
    }

    void completed(@Observes CourseCompleted event) {
        store(Statement.of(
                        "enrolment/" + event.enrolmentId() + "/completed",
                        statements.agent(event.actorId()),
                        Verbs.COMPLETED,
                        course(event.revision()),
                        event.at())
                .with(Result.ofCompletion(true))
                .with(context(event.enrolmentId(), event.revision())));
    }

    private void store(Statement statement) {
        statements.store(List.of(statement));
    }

    private Activity course(Revision revision) {
        return statements.activity(ActivityType.COURSE, "courses/" + revision.slug(), revision.title());
    }

    private Activity lesson(Revision revision, Revision.Lesson lesson) {
        return statements.activity(
                ActivityType.LESSON, "courses/" + revision.slug() + "/lessons/" + lesson.id(), lesson.title());
    }

    private static Context context(UUID enrolmentId, Revision revision) {
        return Context.of(enrolmentId).inRevision(Integer.toString(revision.number()));
    }
}
