package ua.stezhka.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.question.Answer;
import ua.stezhka.question.QuestionVersion;

/** What a test may know of an attempt that its page does not tell. */
@ApplicationScoped
public class QuizAttempts {
    private final Jdbi jdbi;
    private final AttemptReader reader;
    private final QuizVersions versions;

    QuizAttempts(Jdbi jdbi, AttemptReader reader, QuizVersions versions) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.versions = versions;
    }

    AttemptSheet sheet(UUID attempt) {
        UUID person = jdbi.withHandle(handle -> handle.createQuery("select person_id from quiz.attempt where id = :id")
                .bind("id", attempt)
                .mapTo(UUID.class)
                .one());
        return reader.whole(person, attempt);
    }

    /** The only practice in a lesson. */
    UUID practiceOf(UUID lessonQuizId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from quiz.attempt where quiz_id = :id")
                .bind("id", lessonQuizId)
                .mapTo(UUID.class)
                .one());
    }

    QuestionVersion question(UUID attempt, int position) {
        return versions.question(sheet(attempt).slot(position).orElseThrow().questionVersionId());
    }

    /** The right answer in the tokens of the attempt. */
    Answer rightAnswer(UUID attempt, int position) {
        return QuizFixtures.rightTokens(
                question(attempt, position),
                sheet(attempt).slot(position).orElseThrow().shown());
    }
}
