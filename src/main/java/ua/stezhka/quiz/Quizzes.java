package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.question.QuestionDraft;

/** All quizzes and questions: takes in what authors wrote, as versions that never change. */
@Singleton
public class Quizzes {
    private static final String NEW_QUESTION =
            "insert into quiz.question (id, course_id, content_id) values (:id, :course, :content) on conflict (id) do nothing";
    private static final String NEW_QUESTION_VERSION = """
            insert into quiz.question_version
                (id, question_id, content_hash, prompt, picture, body, key, explanation, competence, level, difficulty, source,
                 published_at)
            values (:id, :question, :hash, cast(:prompt as jsonb), cast(:picture as jsonb), cast(:body as jsonb),
                    cast(:key as jsonb), cast(:explanation as jsonb), :competence, :level, :difficulty, :source, :now)
            on conflict (id) do nothing
            """;
    /**
     * A version made in the bank keeps the hash of the files it was made from: as long as they say the same, publishing them again does
     * not undo what was done in the bank.
     */
    private static final String NEW_QUIZ = """
            insert into quiz.quiz as known (id, course_id, lesson, current_version_id)
            values (:id, :course, :lesson, :version)
            on conflict (id) do update set current_version_id = excluded.current_version_id
            where known.current_version_id <> excluded.current_version_id
              and not exists (select from quiz.quiz_version v where v.id = known.current_version_id and v.content_hash = :hash)
            """;

    private static final String NEW_QUIZ_VERSION = """
            insert into quiz.quiz_version
                (id, quiz_id, content_hash, course, title, draws, pass_percent, minutes, published_at, behaviour,
                 blueprint, attempts, attempts_days, wait_hours, limit_minutes)
            values (:id, :quiz, :hash, :course, cast(:title as jsonb), :draws, :passPercent, :minutes, :now, :behaviour,
                    cast(:blueprint as jsonb), nullif(:attempts, 0), nullif(:attemptsDays, 0), nullif(:waitHours, 0),
                    nullif(:limitMinutes, 0))
            on conflict (id) do nothing
            """;
    private static final String NEW_POOL_QUESTION = """
            insert into quiz.pool_question (quiz_version_id, position, question_version_id)
            values (:version, :position, :question)
            on conflict do nothing
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final Clock clock;

    Quizzes(Jdbi jdbi, QuizVersions versions, Clock clock) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * What a publication changed.
     *
     * @param questions new versions of questions
     * @param quizzes   quizzes that are new or show another version now
     */
    public record Published(int questions, int quizzes) {}

    /**
     * Publishes questions and the quizzes that are made of them. What is known by its hash stays as it is, so doing it twice
     * changes nothing; people in the middle of an attempt keep their versions.
     *
     * @throws IllegalArgumentException when a quiz names a question that is not among {@code questions}
     */
    @Transactional
    public Published publish(List<QuestionDraft> questions, List<QuizDraft> quizzes) {
        Map<UUID, UUID> versionOf = new HashMap<>();
        questions.forEach(draft -> versionOf.put(draft.id(), versionOf(draft)));
        Published published = jdbi.withHandle(handle ->
                new Published(publishQuestions(handle, questions), publishQuizzes(handle, quizzes, versionOf)));
        versions.forgetCurrent();
        return published;
    }

    private int publishQuestions(Handle handle, List<QuestionDraft> drafts) {
        if (drafts.isEmpty()) {
            return 0;
        }
        PreparedBatch questions = handle.prepareBatch(NEW_QUESTION);
        PreparedBatch published = handle.prepareBatch(NEW_QUESTION_VERSION);
        for (QuestionDraft draft : drafts) {
            questions
                    .bind("id", draft.id())
                    .bind("course", draft.courseId())
                    .bind("content", draft.contentId())
                    .add();
            published
                    .bind("id", versionOf(draft))
                    .bind("question", draft.id())
                    .bind("hash", draft.hash())
                    .bind("prompt", Json.write(draft.prompt()))
                    .bind("picture", draft.picture() == null ? null : Json.write(draft.picture()))
                    .bind("body", Json.write(draft.body()))
                    .bind("key", Json.write(draft.key()))
                    .bind("explanation", Json.write(draft.explanation()))
                    .bind("competence", draft.competence())
                    .bind("level", draft.level())
                    .bind("difficulty", draft.difficulty())
                    .bind("source", draft.source())
                    .bind("now", clock.instant())
                    .add();
        }
        questions.execute();
        return IntStream.of(published.execute()).sum();
    }

    private int publishQuizzes(Handle handle, List<QuizDraft> drafts, Map<UUID, UUID> versionOf) {
        if (drafts.isEmpty()) {
            return 0;
        }
        PreparedBatch quizzes = handle.prepareBatch(NEW_QUIZ);
        PreparedBatch published = handle.prepareBatch(NEW_QUIZ_VERSION);
        PreparedBatch pool = handle.prepareBatch(NEW_POOL_QUESTION);
        for (QuizDraft draft : drafts) {
            List<UUID> questions = draft.pool().stream()
                    .map(id -> required(versionOf.get(id), draft))
                    .toList();
            UUID version = versionOf(draft, questions);
            quizzes.bind("id", draft.id())
                    .bind("course", draft.courseId())
                    .bind("lesson", draft.lesson())
                    .bind("version", version)
                    .bind("hash", draft.hash())
                    .add();
            published
                    .bind("id", version)
                    .bind("quiz", draft.id())
                    .bind("hash", draft.hash())
                    .bind("course", draft.course())
                    .bind("title", Json.write(draft.title()))
                    .bind("draws", draft.draws())
                    .bind("passPercent", draft.passPercent())
                    .bind("minutes", draft.minutes())
                    .bind("behaviour", draft.terms().behaviour().word())
                    .bind("blueprint", blueprint(draft.terms()))
                    .bind("attempts", draft.terms().attempts())
                    .bind("attemptsDays", draft.terms().attemptsDays())
                    .bind("waitHours", draft.terms().waitHours())
                    .bind("limitMinutes", draft.terms().limitMinutes())
                    .bind("now", clock.instant())
                    .add();
            for (int i = 0; i < questions.size(); i++) {
                pool.bind("version", version)
                        .bind("position", i + 1)
                        .bind("question", questions.get(i))
                        .add();
            }
        }
        int changed = IntStream.of(quizzes.execute()).sum();
        published.execute();
        pool.execute();
        return changed;
    }

    private static @Nullable String blueprint(Terms terms) {
        return terms.blueprint() == null ? null : Json.write(terms.blueprint());
    }

    private static UUID required(@Nullable UUID version, QuizDraft quiz) {
        if (version == null) {
            throw new IllegalArgumentException("a question of the quiz " + quiz.id() + " is not published with it");
        }
        return version;
    }

    private static UUID versionOf(QuestionDraft draft) {
        return Ids.named("question-version/" + draft.id() + '/' + draft.hash());
    }

    private static UUID versionOf(QuizDraft draft, List<UUID> questions) {
        return Ids.named("quiz-version/" + draft.id() + '/' + draft.hash() + '/' + questions);
    }
}
