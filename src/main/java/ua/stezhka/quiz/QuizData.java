package ua.stezhka.quiz;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import ua.stezhka.account.DataArchive;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;
import ua.stezhka.account.Subject;

/** Attempts of a person, and everything answered in them. */
@Singleton
@Priority(30)
class QuizData implements PersonalData {
    private final OwnFiles files;

    QuizData(OwnFiles files) {
        this.files = files;
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(marks(), parts(), uploads(), events(), responses(), questions(), attempts(), accommodations());
    }

    /** What others gave for the person’s answers goes with them; what the person gave stays with those who got it, by nobody. */
    private static PersonTable marks() {
        return PersonTable.of(
                "quiz.mark",
                "quiz.archiveMarks",
                """
                select m.attempt_id, m.position, m.number, a.person_id in (<people>) as for_you, m.points, m.earned, m.possible,
                       m.comment, m.marked_at
                from quiz.mark m join quiz.attempt a on a.id = m.attempt_id
                where a.person_id in (<people>) or m.marker_id in (<people>) order by m.attempt_id, m.position, m.number""",
                """
                delete from quiz.mark m using quiz.attempt a
                where a.id = m.attempt_id and a.person_id in (<people>)""",
                "update quiz.mark set marker_id = null where marker_id in (<people>)");
    }

    private static PersonTable parts() {
        return PersonTable.of("quiz.upload_part", "quiz.archiveFileParts", """
                select p.upload_id, p.start, length(p.bytes) as length
                from quiz.upload_part p join quiz.upload u on u.id = p.upload_id join quiz.attempt a on a.id = u.attempt_id
                where a.person_id in (<people>) order by p.upload_id, p.start""", """
                delete from quiz.upload_part p using quiz.upload u, quiz.attempt a
                where u.id = p.upload_id and a.id = u.attempt_id and a.person_id in (<people>)""");
    }

    private static PersonTable uploads() {
        return PersonTable.of("quiz.upload", "quiz.archiveFiles", """
                select u.id, u.attempt_id, u.position, u.label, u.kind, u.kept_size, u.begun_at, u.finished_at, u.forgotten_at
                from quiz.upload u join quiz.attempt a on a.id = u.attempt_id
                where a.person_id in (<people>) order by u.begun_at""", """
                delete from quiz.upload u using quiz.attempt a
                where a.id = u.attempt_id and a.person_id in (<people>)""");
    }

    @Override
    public void addFiles(Subject subject, DataArchive archive) {
        files.of(subject.people())
                .forEach(file -> archive.file("quiz/files", file.name(), file.bytes(), "quiz.archiveFile"));
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
                select a.id, v.course, v.title, a.kind, a.started_at, a.deadline, a.submitted_at, a.graded_at, a.earned, a.possible, a.passed
                from quiz.attempt a join quiz.quiz_version v on v.id = a.quiz_version_id
                where a.person_id in (<people>) order by a.started_at""", "delete from quiz.attempt where person_id in (<people>)");
    }
}
