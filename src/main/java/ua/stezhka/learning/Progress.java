package ua.stezhka.learning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.course.Revision;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.course.Revision.Step;
import ua.stezhka.platform.Ids;
import ua.stezhka.quiz.Learner;

/** Keeps how far people are. Progress never goes down, whatever order or how often the requests come. */
@Singleton
public class Progress {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Enrolments enrolments;
    private final Event<CourseStarted> started;
    private final Event<StepDone> stepDone;
    private final Event<LessonCompleted> lessonCompleted;
    private final Event<CourseCompleted> courseCompleted;

    Progress(
            Jdbi jdbi,
            Clock clock,
            Enrolments enrolments,
            Event<CourseStarted> started,
            Event<StepDone> stepDone,
            Event<LessonCompleted> lessonCompleted,
            Event<CourseCompleted> courseCompleted) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.enrolments = enrolments;
        this.started = started;
        this.stepDone = stepDone;
        this.lessonCompleted = lessonCompleted;
        this.courseCompleted = courseCompleted;
    }

    /**
     * A person has read a step and goes on: enrols when that is new, moves the place to resume at. A lesson is completed by
     * its last step after all others.
     *
     * @return how many steps of the lesson are done, without a gap from the first
     */
    @Transactional
    public int finishStep(Learner learner, Revision revision, Lesson lesson, Step step) {
        return finishStep(learner, revision, lesson, step, Duration.ZERO);
    }

    /**
     * The same, done some time ago on a device without a network. What happened since stays: the place to resume at moves only when
     * nothing newer is known.
     *
     * @param ago how long ago, as the device measured it
     */
    @Transactional
    int finishStep(Learner learner, Revision revision, Lesson lesson, Step step, Duration ago) {
        Instant now = clock.instant().minus(ago);
        UUID enrolmentId = enrol(learner, revision, now);
        Moved moved = move(enrolmentId, lesson, step, now, ago.isPositive());
        if (moved.forward()) {
            int percent = 100 * step.position() / lesson.steps().size();
            stepDone.fire(new StepDone(
                    enrolmentId,
                    learner.personId(),
                    learner.actorId(),
                    revision,
                    lesson,
                    step.position(),
                    percent,
                    now));
        }
        if (moved.completesNow()) {
            lessonCompleted.fire(
                    new LessonCompleted(enrolmentId, learner.personId(), learner.actorId(), revision, lesson, now));
            completeWhenAllIsDone(learner, revision);
        }
        return moved.stepsDone();
    }

    /** A person passed the final quiz: keeps the best result. */
    @Transactional
    void passQuiz(Learner learner, Revision revision, int percent) {
        Instant now = clock.instant();
        UUID enrolmentId = enrol(learner, revision, now);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update learning.enrolment
                        set quiz_passed_at = coalesce(quiz_passed_at, :now),
                            quiz_percent = greatest(coalesce(quiz_percent, 0), :percent)
                        where id = :id""")
                .bind("id", enrolmentId)
                .bind("now", now)
                .bind("percent", percent)
                .execute());
        completeWhenAllIsDone(learner, revision);
    }

    /** Completes the course once, when all lessons are done and the quiz is passed. */
    void completeWhenAllIsDone(Learner learner, Revision revision) {
        Optional<CourseProgress> progress = enrolments.progress(learner.personId(), revision);
        if (progress.isEmpty()
                || !progress.get().allLessonsDone()
                || progress.get().quizPassedAt() == null) {
            return;
        }
        Instant now = clock.instant();
        UUID enrolmentId = progress.get().enrolmentId();
        int changed = jdbi.withHandle(handle -> handle.createUpdate(
                        "update learning.enrolment set completed_at = :now where id = :id and completed_at is null")
                .bind("id", enrolmentId)
                .bind("now", now)
                .execute());
        if (changed == 1) {
            Integer percent = progress.get().quizPercent();
            courseCompleted.fire(new CourseCompleted(
                    enrolmentId, learner.personId(), learner.actorId(), revision, percent == null ? 0 : percent, now));
        }
    }

    private UUID enrol(Learner learner, Revision revision, Instant now) {
        UUID id = Ids.next();
        Enrolled enrolled = jdbi.withHandle(handle -> handle.createQuery("""
                        with made as (
                            insert into learning.enrolment (id, person_id, course_id, revision_id, started_at)
                            values (:id, :personId, :courseId, :revisionId, :now)
                            on conflict on constraint one_enrolment_a_person_and_course do nothing
                            returning id)
                        select id, true as made from made
                        union all
                        select id, false from learning.enrolment
                        where person_id = :personId and course_id = :courseId and not exists (select from made)""")
                .bind("id", id)
                .bind("personId", learner.personId())
                .bind("courseId", revision.courseId())
                .bind("revisionId", revision.id())
                .bind("now", now)
                .map((row, context) -> new Enrolled(row.getObject("id", UUID.class), row.getBoolean("made")))
                .findOne()
                .orElseGet(() -> new Enrolled(enrolledMeanwhile(learner, revision), false)));
        if (enrolled.made()) {
            started.fire(new CourseStarted(enrolled.id(), learner.personId(), learner.actorId(), revision, now));
        }
        return enrolled.id();
    }

    /** Another request enrolled the person between the two halves of the statement. */
    private UUID enrolledMeanwhile(Learner learner, Revision revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from learning.enrolment where person_id = :personId and course_id = :courseId")
                .bind("personId", learner.personId())
                .bind("courseId", revision.courseId())
                .mapTo(UUID.class)
                .one());
    }

    private Moved move(UUID enrolmentId, Lesson lesson, Step step, Instant now, boolean late) {
        boolean last = step.position() == lesson.steps().size();
        String next = last ? step.id() : lesson.steps().get(step.position()).id();
        return jdbi.withHandle(handle -> moved(handle, enrolmentId, lesson, step, next, now, late));
    }

    private static Moved moved(
            Handle handle, UUID enrolmentId, Lesson lesson, Step step, String next, Instant now, boolean late) {
        return handle.createQuery("""
                        with before as (
                            select steps_done, completed_at from learning.lesson_progress
                            where enrolment_id = :enrolmentId and lesson_id = :lessonId for update),
                        after as (
                            insert into learning.lesson_progress as p
                                (enrolment_id, lesson_id, step_id, steps_done, updated_at, completed_at)
                            values (:enrolmentId, :lessonId, :next, case when :done = 1 then 1 else 0 end, :now,
                                    case when :last and :done = 1 then cast(:now as timestamptz) end)
                            on conflict on constraint one_progress_an_enrolment_and_lesson do update
                            set step_id = case when :late and p.updated_at > :now then p.step_id else :next end,
                                updated_at = greatest(p.updated_at, :now),
                                steps_done = case when :done <= p.steps_done + 1 then greatest(p.steps_done, :done)
                                                  else p.steps_done end,
                                completed_at = coalesce(p.completed_at,
                                    case when :last and :done <= p.steps_done + 1 then cast(:now as timestamptz) end)
                            returning steps_done, completed_at)
                        select after.steps_done,
                               after.steps_done > coalesce((select steps_done from before), 0) as forward,
                               after.completed_at is not null
                                   and (select completed_at from before) is null as completes_now
                        from after""")
                .bind("enrolmentId", enrolmentId)
                .bind("lessonId", lesson.id())
                .bind("next", next)
                .bind("done", step.position())
                .bind("last", step.position() == lesson.steps().size())
                .bind("late", late)
                .bind("now", now)
                .map((row, context) ->
                        new Moved(row.getInt("steps_done"), row.getBoolean("forward"), row.getBoolean("completes_now")))
                .one();
    }

    private record Enrolled(UUID id, boolean made) {}

    private record Moved(int stepsDone, boolean forward, boolean completesNow) {}
}
