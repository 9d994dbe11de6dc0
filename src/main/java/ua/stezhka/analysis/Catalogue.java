package ua.stezhka.analysis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Choice;
import ua.stezhka.question.PlainPrompt;
import ua.stezhka.question.QuestionBody;

/** What quizzes and questions are called, and what can be chosen in them. */
@Singleton
class Catalogue {
    private static final String QUIZZES = """
            select q.id, v.id as version_id, v.course, v.title, v.published_at, v.id = q.current_version_id as current
            from quiz.quiz q join quiz.quiz_version v on v.quiz_id = q.id
            where q.lesson is null and (cast(:quiz as uuid) is null or q.id = cast(:quiz as uuid))
              and (v.id = q.current_version_id or exists (select from analysis.quiz_sum s where s.quiz_version_id = v.id))
            order by v.course, v.published_at desc, v.id
            """;
    private static final String QUESTIONS = """
            select v.id, v.question_id, v.prompt, v.body, v.key, v.competence, v.level, v.published_at
            from quiz.question_version v where %s = any(:ids) and v.published_at is not null
            order by v.published_at desc, v.id
            """;
    private static final String BY_VERSION = QUESTIONS.formatted("v.id");
    private static final String BY_QUESTION = QUESTIONS.formatted("v.question_id");

    private final Jdbi jdbi;

    Catalogue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One version of a final quiz.
     *
     * @param current whether new attempts get it
     */
    record QuizName(UUID quiz, UUID version, String course, LocalText title, Instant publishedAt, boolean current) {}

    /**
     * One version of a question.
     *
     * @param options what can be chosen, in the order of the content; empty where nothing is chosen
     * @param right   the ids of right options
     */
    record QuestionName(
            UUID question,
            UUID version,
            LocalText prompt,
            List<Choice> options,
            Set<String> right,
            String competence,
            String level,
            Instant publishedAt) {}

    /** All final quizzes with the versions that somebody has answered or will answer, the newest one first. */
    List<QuizName> quizzes() {
        return quizzes(null);
    }

    /** The versions of one quiz, the newest one first; empty when there is no such quiz. */
    List<QuizName> quizzes(@org.jspecify.annotations.Nullable UUID quiz) {
        return jdbi.withHandle(handle -> handle.createQuery(QUIZZES)
                .bind("quiz", quiz)
                .map((row, context) -> new QuizName(
                        row.getObject("id", UUID.class),
                        row.getObject("version_id", UUID.class),
                        row.getString("course"),
                        Json.read(row.getString("title"), LocalText.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("current")))
                .list());
    }

    /** Question versions by their ids. */
    Map<UUID, QuestionName> versions(Collection<UUID> ids) {
        return read(BY_VERSION, ids);
    }

    /** All published versions of some questions, by the ids of the versions, the newest one first; nobody has answered a draft. */
    Map<UUID, QuestionName> versionsOf(Collection<UUID> questions) {
        return read(BY_QUESTION, questions);
    }

    private Map<UUID, QuestionName> read(String statement, Collection<UUID> ids) {
        Map<UUID, QuestionName> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                    .createQuery(statement)
                    .bindArray("ids", UUID.class, List.copyOf(ids))
                    .map((row, context) -> question(row))
                    .forEach(name -> names.put(name.version(), name)));
        }
        return names;
    }

    private static QuestionName question(ResultSet row) throws SQLException {
        QuestionBody body = Json.read(row.getString("body"), QuestionBody.class);
        return new QuestionName(
                row.getObject("question_id", UUID.class),
                row.getObject("id", UUID.class),
                PlainPrompt.of(Json.read(row.getString("prompt"), LocalText.class), body),
                options(body),
                right(Json.read(row.getString("key"), AnswerKey.class)),
                row.getString("competence"),
                row.getString("level"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    /** Of a statement that is true or not the two options have no words of their own. */
    private static List<Choice> options(QuestionBody body) {
        return switch (body) {
            case QuestionBody.SingleChoice choice -> choice.options();
            case QuestionBody.MultipleChoice choice -> choice.options();
            case QuestionBody.TrueFalse statement ->
                List.of(
                        new Choice("true", new LocalText("quiz.true", null)),
                        new Choice("false", new LocalText("quiz.false", null)));
            default -> List.of();
        };
    }

    private static Set<String> right(AnswerKey key) {
        return switch (key) {
            case AnswerKey.SingleChoice choice -> Set.of(choice.option());
            case AnswerKey.MultipleChoice choice -> choice.right();
            case AnswerKey.TrueFalse statement -> Set.of(Boolean.toString(statement.value()));
            default -> Set.of();
        };
    }
}
