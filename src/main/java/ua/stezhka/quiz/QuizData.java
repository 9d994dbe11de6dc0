package ua.stezhka.quiz;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;

/** Attempts of a person, and everything answered in them. */
@Singleton
@Priority(30)
class QuizData implements PersonalData {
    @Override
    public List<PersonTable> tables() {
        return List.of(events(), responses(), questions(), attempts(), accommodations());
    }

    private static PersonTable events() {
        return PersonTable.of("quiz.attempt_event", "quiz.archiveEvents", """
                select e.attempt_id, e.at, e.kind, e.node, e.position, e.revision, e.state, e.answer
                from quiz.attempt_event e join quiz.attempt a on a.id = e.attempt_id
                where a.person_id in (<people>) order by e.attempt_id, e.id""", """
                delete from quiz.attempt_event e using quiz.attempt a
                where a.id = e.attempt_id and a.person_id in (<people>)""");
    }

    private static PersonTable responses() {
        return PersonTable.of("quiz.response", "quiz.archiveResponses", """
                select r.attempt_id, r.position, v.prompt, r.state, r.answer, r.saved_at, r.tries, r.solved_at
                from quiz.response r join quiz.attempt a on a.id = r.attempt_id
                join quiz.attempt_question q on q.attempt_id = r.attempt_id and q.position = r.position
                join quiz.question_version v on v.id = q.question_version_id
                where a.person_id in (<people>) order by r.attempt_id, r.position""", """
                delete from quiz.response r using quiz.attempt a
                where a.id = r.attempt_id and a.person_id in (<people>)""");
    }

    private static PersonTable questions() {
        return PersonTable.of("quiz.attempt_question", "quiz.archiveQuestions", """
                select q.attempt_id, q.position, v.prompt, q.flagged_at, q.earned, q.possible
                from quiz.attempt_question q join quiz.attempt a on a.id = q.attempt_id
                join quiz.question_version v on v.id = q.question_version_id
                where a.person_id in (<people>) order by q.attempt_id, q.position""", """
                delete from quiz.attempt_question q using quiz.attempt a
                where a.id = q.attempt_id and a.person_id in (<people>)""");
    }

    private static PersonTable accommodations() {
        return PersonTable.of(
                "quiz.accommodation",
                "quiz.archiveAccommodations",
                """
                select allowance, chosen_by_person, given_at from quiz.accommodation
                where person_id in (<people>)""",
                "delete from quiz.accommodation where person_id in (<people>)");
    }

    private static PersonTable attempts() {
        return PersonTable.of(
                "quiz.attempt", "quiz.archiveAttempts", """
                select a.id, v.course, v.title, a.kind, a.started_at, a.deadline, a.submitted_at, a.earned, a.possible, a.passed
                from quiz.attempt a join quiz.quiz_version v on v.id = a.quiz_version_id
                where a.person_id in (<people>) order by a.started_at""", "delete from quiz.attempt where person_id in (<people>)");
    }
}
