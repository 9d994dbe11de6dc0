package ua.stezhka.quiz;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.Score;

/** Tells that attempts have other scores than before: the rest of the house at once, and people on their own page. */
@Singleton
public class RegradeNews {
    private static final String OF_PERSON = """
            select a.id, z.title, a.regraded_at, a.earned, a.possible, a.earned_before, a.possible_before, a.passed,
                   (select count(*) from quiz.attempt_question q where q.attempt_id = a.id) as questions
            from quiz.attempt a join quiz.quiz_version z on z.id = a.quiz_version_id
            where a.person_id = :person and a.regraded_at > :since
            order by a.regraded_at desc limit 5
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final QuizStatements statements;
    private final Event<AttemptRegraded> regraded;

    RegradeNews(Jdbi jdbi, QuizVersions versions, QuizStatements statements, Event<AttemptRegraded> regraded) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.statements = statements;
        this.regraded = regraded;
    }

    /**
     * A score of a person that was changed.
     *
     * @param title  of the course
     * @param before such as "6,5"
     * @param after  such as "7"
     * @param of     how many questions
     */
    public record News(UUID attempt, LocalText title, String before, String after, int of, boolean passed) {}

    /** Scores of a person that were changed since then, the latest first. One statement. */
    public List<News> of(UUID personId, Instant since, Locale locale) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PERSON)
                .bind("person", personId)
                .bind("since", since)
                .map((row, context) -> {
                    int questions = row.getInt("questions");
                    Score before = new Score(row.getLong("earned_before"), row.getLong("possible_before"));
                    Score after = new Score(row.getLong("earned"), row.getLong("possible"));
                    return new News(
                            row.getObject("id", UUID.class),
                            Json.read(row.getString("title"), LocalText.class),
                            Pass.earned(before, questions, locale),
                            Pass.earned(after, questions, locale),
                            questions,
                            row.getBoolean("passed"));
                })
                .list());
    }

    void tell(List<ScoreChange> changes, Instant now) {
        statements.regraded(changes, versions::quiz, now);
        for (ScoreChange change : changes) {
            QuizVersion quiz = versions.quiz(change.quizVersionId());
            regraded.fire(new AttemptRegraded(
                    change.attemptId(),
                    change.learner(),
                    quiz.quizId(),
                    quiz.courseId(),
                    quiz.course(),
                    change.before(),
                    change.after(),
                    change.passedBefore(),
                    change.passedAfter(),
                    now));
        }
    }
}
