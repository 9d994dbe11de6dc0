package ua.stezhka.learning;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.MergeForeseen;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.course.Courses;
import ua.stezhka.quiz.Learner;

/**
 * Gives a guest's enrolments to the person who signed in, and those of a merged account to the one that goes on: of two in one
 * course the further progress stays.
 */
@Singleton
class GuestEnrolments {
    private final Jdbi jdbi;
    private final Courses courses;
    private final Progress progress;

    GuestEnrolments(Jdbi jdbi, Courses courses, Progress progress) {
        this.jdbi = jdbi;
        this.courses = courses;
        this.progress = progress;
    }

    void adopt(@Observes @Priority(3000) GuestAdopted adopted) {
        give(adopted.guestId(), new Learner(adopted.personId(), adopted.actorId()));
    }

    /** What the merged account has completed stays completed, also when the course has grown since; its certificate has moved already. */
    void merge(@Observes @Priority(3000) PersonMerged merged) {
        Learner person = new Learner(merged.personId(), merged.actorId());
        jdbi.useHandle(handle -> update(handle, """
                update learning.enrolment p
                set completed_at = least(p.completed_at, g.completed_at),
                    started_at = least(p.started_at, g.started_at)
                from learning.enrolment g
                where g.person_id = :guest and p.person_id = :person and p.course_id = g.course_id""", merged.mergedId(), person));
        give(merged.mergedId(), person);
    }

    void foresee(@Observes MergeForeseen merge) {
        merge.told()
                .accept(new MergeForeseen.Line(
                        "learning.enrolmentsInAccount", number(merge.mergedId()), number(merge.personId())));
    }

    private int number(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from learning.enrolment where person_id = :id")
                        .bind("id", personId)
                        .mapTo(Integer.class)
                        .one());
    }

    private void give(UUID guestId, Learner person) {
        List<UUID> both = jdbi.withHandle(handle -> {
            List<UUID> courseIds = sharedCourses(handle, guestId, person);
            mergeShared(handle, guestId, person);
            update(
                    handle,
                    "update learning.enrolment set person_id = :person where person_id = :guest",
                    guestId,
                    person);
            return courseIds;
        });
        courses.all().stream()
                .filter(revision -> both.contains(revision.courseId()))
                .forEach(revision -> progress.completeWhenAllIsDone(person, revision));
    }

    private static void update(Handle handle, String statement, UUID guestId, Learner person) {
        handle.createUpdate(statement)
                .bind("person", person.personId())
                .bind("guest", guestId)
                .execute();
    }

    private static List<UUID> sharedCourses(Handle handle, UUID guestId, Learner person) {
        return handle.createQuery("""
                        select g.course_id from learning.enrolment g
                        join learning.enrolment p on p.course_id = g.course_id and p.person_id = :person
                        where g.person_id = :guest""")
                .bind("person", person.personId())
                .bind("guest", guestId)
                .mapTo(UUID.class)
                .list();
    }

    private static void mergeShared(Handle handle, UUID guestId, Learner person) {
        update(handle, """
                        insert into learning.lesson_progress as kept
                            (enrolment_id, lesson_id, step_id, steps_done, updated_at, completed_at)
                        select p.id, l.lesson_id, l.step_id, l.steps_done, l.updated_at, l.completed_at
                        from learning.lesson_progress l
                        join learning.enrolment g on g.id = l.enrolment_id and g.person_id = :guest
                        join learning.enrolment p on p.course_id = g.course_id and p.person_id = :person
                        on conflict on constraint one_progress_an_enrolment_and_lesson do update
                        set step_id = case when excluded.steps_done > kept.steps_done then excluded.step_id else kept.step_id end,
                            steps_done = greatest(kept.steps_done, excluded.steps_done),
                            completed_at = coalesce(kept.completed_at, excluded.completed_at)""", guestId, person);
        update(handle, """
                        update learning.enrolment p
                        set quiz_passed_at = coalesce(p.quiz_passed_at, g.quiz_passed_at),
                            quiz_percent = greatest(p.quiz_percent, g.quiz_percent)
                        from learning.enrolment g
                        where g.person_id = :guest and p.person_id = :person and p.course_id = g.course_id""", guestId, person);
        update(handle, """
                        delete from learning.enrolment g
                        where g.person_id = :guest and exists (
                            select from learning.enrolment p where p.person_id = :person and p.course_id = g.course_id)""", guestId, person);
    }
}
