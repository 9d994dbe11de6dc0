package ua.stezhka.learning;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.course.Courses;
import ua.stezhka.quiz.Learner;

/** Gives a guest's enrolments to the person who signed in: of two in one course the further progress stays. */
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
        List<UUID> both = jdbi.withHandle(handle -> {
            List<UUID> courseIds = sharedCourses(handle, adopted);
            mergeShared(handle, adopted);
            handle.createUpdate("update learning.enrolment set person_id = :person where person_id = :guest")
                    .bind("person", adopted.personId())
                    .bind("guest", adopted.guestId())
                    .execute();
            return courseIds;
        });
        courses.all().stream()
                .filter(revision -> both.contains(revision.courseId()))
                .forEach(revision ->
                        progress.completeWhenAllIsDone(new Learner(adopted.personId(), adopted.actorId()), revision));
    }

    private static List<UUID> sharedCourses(Handle handle, GuestAdopted adopted) {
        return handle.createQuery("""
                        select g.course_id from learning.enrolment g
                        join learning.enrolment p on p.course_id = g.course_id and p.person_id = :person
                        where g.person_id = :guest""")
                .bind("person", adopted.personId())
                .bind("guest", adopted.guestId())
                .mapTo(UUID.class)
                .list();
    }

    private static void mergeShared(Handle handle, GuestAdopted adopted) {
        handle.createUpdate("""
                        insert into learning.lesson_progress as kept
                            (enrolment_id, lesson_id, step_id, steps_done, updated_at, completed_at)
                        select p.id, l.lesson_id, l.step_id, l.steps_done, l.updated_at, l.completed_at
                        from learning.lesson_progress l
                        join learning.enrolment g on g.id = l.enrolment_id and g.person_id = :guest
                        join learning.enrolment p on p.course_id = g.course_id and p.person_id = :person
                        on conflict on constraint one_progress_an_enrolment_and_lesson do update
                        set step_id = case when excluded.steps_done > kept.steps_done then excluded.step_id else kept.step_id end,
                            steps_done = greatest(kept.steps_done, excluded.steps_done),
                            completed_at = coalesce(kept.completed_at, excluded.completed_at)""")
                .bind("person", adopted.personId())
                .bind("guest", adopted.guestId())
                .execute();
        handle.createUpdate("""
                        update learning.enrolment p
                        set quiz_passed_at = coalesce(p.quiz_passed_at, g.quiz_passed_at),
                            quiz_percent = greatest(p.quiz_percent, g.quiz_percent)
                        from learning.enrolment g
                        where g.person_id = :guest and p.person_id = :person and p.course_id = g.course_id""")
                .bind("person", adopted.personId())
                .bind("guest", adopted.guestId())
                .execute();
        handle.createUpdate("""
                        delete from learning.enrolment g
                        where g.person_id = :guest and exists (
                            select from learning.enrolment p where p.person_id = :person and p.course_id = g.course_id)""")
                .bind("person", adopted.personId())
                .bind("guest", adopted.guestId())
                .execute();
    }
}
