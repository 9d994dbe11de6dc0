package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.Recent;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Explanation;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionFace;
import ua.stezhka.question.QuestionVersion;

/**
 * Published quizzes and questions: read once, kept in memory, because a version never changes. Which version people see is asked
 * anew every second, for all quizzes at once.
 */
@Singleton
class QuizVersions {
    private static final String SHOWN =
            "select id, course_id, lesson is not null as of_lesson, current_version_id from quiz.quiz";
    private static final String RETIRED = "select id from quiz.question_version where retired_at is not null";
    private static final String QUESTIONS = """
            select v.id, v.question_id, q.content_id, v.prompt, v.picture, v.body, v.key, v.explanation, v.competence, v.level
            from quiz.question_version v join quiz.question q on q.id = v.question_id
            where v.id = any(:ids)
            """;
    private static final String QUIZ = """
            select v.id, v.quiz_id, q.course_id, v.course, q.lesson, v.title, v.draws, v.pass_percent, v.minutes,
                   v.behaviour, v.blueprint, v.attempts, v.attempts_days, v.wait_hours, v.limit_minutes,
                   array(select p.question_version_id from quiz.pool_question p
                         where p.quiz_version_id = v.id order by p.position) as pool
            from quiz.quiz_version v join quiz.quiz q on q.id = v.quiz_id
            where v.id = :id
            """;

    private final Jdbi jdbi;
    private final Map<UUID, QuestionVersion> questions = new ConcurrentHashMap<>();
    private final Map<UUID, QuizVersion> quizzes = new ConcurrentHashMap<>();
    private final Set<UUID> prepared = ConcurrentHashMap.newKeySet();
    private final Recent<Map<UUID, Shown>> shown;
    private final Recent<Set<UUID>> retired;

    QuizVersions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.shown = new Recent<>(clock, this::readShown);
        this.retired = new Recent<>(clock, this::readRetired);
    }

    /** The version of a quiz that people see now. */
    private record Shown(UUID quizId, UUID courseId, boolean ofLesson, UUID versionId) {}

    private Map<UUID, Shown> readShown() {
        return jdbi.withHandle(handle -> handle.createQuery(SHOWN)
                .map((row, context) -> new Shown(
                        row.getObject("id", UUID.class),
                        row.getObject("course_id", UUID.class),
                        row.getBoolean("of_lesson"),
                        row.getObject("current_version_id", UUID.class)))
                .collect(Collectors.toMap(Shown::quizId, quiz -> quiz)));
    }

    private Set<UUID> readRetired() {
        return jdbi.withHandle(
                handle -> handle.createQuery(RETIRED).mapTo(UUID.class).set());
    }

    /** The questions of a pool that new attempts may get. */
    List<UUID> live(QuizVersion quiz) {
        Set<UUID> gone = retired.get();
        return quiz.pool().stream().filter(id -> !gone.contains(id)).toList();
    }

    /** After a publication or a retirement other versions may be the current ones. */
    void forgetCurrent() {
        shown.forget();
        retired.forget();
    }

    /** The version that new attempts get. */
    Optional<QuizVersion> current(UUID quizId) {
        return Optional.ofNullable(shown.get().get(quizId)).map(quiz -> quiz(quiz.versionId));
    }

    /** @throws Problem.NotFound when there is no such quiz */
    QuizVersion requireCurrent(UUID quizId) {
        return current(quizId).orElseThrow(Problem::notFound);
    }

    QuizVersion quiz(UUID versionId) {
        QuizVersion known = quizzes.get(versionId);
        if (known == null) {
            known = jdbi.withHandle(handle -> handle.createQuery(QUIZ)
                    .bind("id", versionId)
                    .map((row, context) -> quiz(row))
                    .one());
            quizzes.put(versionId, known);
        }
        return known;
    }

    /** The check questions of each lesson of a course, in no particular order. */
    List<QuizVersion> lessonsOf(UUID courseId) {
        return shown.get().values().stream()
                .filter(quiz -> quiz.ofLesson && quiz.courseId.equals(courseId))
                .map(quiz -> quiz(quiz.versionId))
                .toList();
    }

    /** Has the questions of a quiz at hand, so that none of them needs a statement of its own. */
    void prepare(QuizVersion quiz) {
        if (!prepared.contains(quiz.id())) {
            questions(quiz.pool());
            prepared.add(quiz.id());
        }
    }

    QuestionVersion question(UUID versionId) {
        QuestionVersion known = questions.get(versionId);
        return known != null
                ? known
                : Objects.requireNonNull(questions(Set.of(versionId)).get(versionId));
    }

    /** The questions by the ids of their versions. */
    Map<UUID, QuestionVersion> questions(Collection<UUID> versionIds) {
        List<UUID> missing =
                versionIds.stream().filter(id -> !questions.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            jdbi.useHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                    .createQuery(QUESTIONS)
                    .bindArray("ids", UUID.class, missing)
                    .map((row, context) -> question(row))
                    .forEach(question -> questions.put(question.id(), question)));
        }
        return versionIds.stream().collect(Collectors.toMap(id -> id, questions::get));
    }

    private static QuizVersion quiz(ResultSet row) throws SQLException {
        return new QuizVersion(
                row.getObject("id", UUID.class),
                row.getObject("quiz_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getString("course"),
                row.getString("lesson"),
                Json.read(row.getString("title"), LocalText.class),
                row.getInt("draws"),
                row.getInt("pass_percent"),
                row.getInt("minutes"),
                List.of((UUID[]) row.getArray("pool").getArray()),
                terms(row));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        String blueprint = row.getString("blueprint");
        return new Terms(
                Behaviour.of(row.getString("behaviour")),
                blueprint == null ? null : Json.read(blueprint, Blueprint.class),
                row.getInt("attempts"),
                row.getInt("attempts_days"),
                row.getInt("wait_hours"),
                row.getInt("limit_minutes"));
    }

    private static QuestionVersion question(ResultSet row) throws SQLException {
        return new QuestionVersion(
                row.getObject("id", UUID.class),
                row.getObject("question_id", UUID.class),
                row.getString("content_id"),
                QuestionFace.of(
                        Json.read(row.getString("prompt"), LocalText.class),
                        optional(row.getString("picture")),
                        Json.read(row.getString("body"), QuestionBody.class)),
                Json.read(row.getString("key"), AnswerKey.class),
                Json.read(row.getString("explanation"), Explanation.class),
                row.getString("competence"),
                row.getString("level"));
    }

    private static @Nullable LocalText optional(@Nullable String json) {
        return json == null ? null : Json.read(json, LocalText.class);
    }
}
