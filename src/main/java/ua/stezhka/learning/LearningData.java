package ua.stezhka.learning;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** Courses that a person takes, and how far. */
@Singleton
@Priority(40)
class LearningData implements PersonalData {
    @Override
    public List<PersonTable> tables() {
        return List.of(progress(), enrolments());
    }

    private static PersonTable progress() {
        return PersonTable.of("learning.lesson_progress", "learning.archiveProgress", """
                select l.enrolment_id, l.lesson_id, l.step_id, l.steps_done, l.updated_at, l.completed_at
                from learning.lesson_progress l join learning.enrolment e on e.id = l.enrolment_id
                where e.person_id in (<people>) order by l.enrolment_id, l.updated_at""", """
                delete from learning.lesson_progress l using learning.enrolment e
                where e.id = l.enrolment_id and e.person_id in (<people>)""");
    }

    private static PersonTable enrolments() {
        return PersonTable.of(
                "learning.enrolment",
                "learning.archiveEnrolments",
                """
                select e.id, c.slug as course, r.title, e.started_at, e.quiz_passed_at, e.quiz_percent, e.completed_at
                from learning.enrolment e join course.course c on c.id = e.course_id join course.revision r on r.id = e.revision_id
                where e.person_id in (<people>) order by e.started_at""",
                "delete from learning.enrolment where person_id in (<people>)");
    }
}
