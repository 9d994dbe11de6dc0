package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.AnswerWords;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.Marks;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionFace;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;

/** All versions of all questions, for those who look after them; shows keys, so it is nothing for people who answer. */
@Singleton
public class QuestionBank {
    private static final String VERSIONS = """
            select v.id, v.question_id, q.course_id, q.content_id, v.prompt, v.body, v.key, v.competence, v.level, v.difficulty,
                   v.source, v.drafted_at, v.reviewed_at, v.published_at, v.retired_at, v.corrects_id,
                   jsonb_strip_nulls(jsonb_build_object('prompt', v.prompt, 'picture', v.picture, 'body', v.body, 'key', v.key,
                       'explanation', v.explanation, 'competence', v.competence, 'level', v.level,
                       'difficulty', v.difficulty, 'source', v.source)) as whole
            from quiz.question_version v join quiz.question q on q.id = v.question_id
            where v.question_id = (select question_id from quiz.question_version where id = :id union all select :id limit 1)
            order by coalesce(v.drafted_at, v.published_at) desc, v.id
            """;
    private static final String PLACE = """
            select coalesce(q.graded_by_id, q.question_version_id) from quiz.attempt a
            join quiz.attempt_question q on q.attempt_id = a.id
            where a.id = :attempt and a.person_id = :person and a.kind <> 'practice' and q.position = :position
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;

    QuestionBank(Jdbi jdbi, QuizVersions versions) {
        this.jdbi = jdbi;
        this.versions = versions;
    }

    /**
     * What a question says before it is answered.
     *
     * @param type  the type’s name
     * @param plain the prompt in plain words; of a text with gaps the text
     */
    public record Face(UUID versionId, UUID questionId, String type, LocalText plain) {}

    /**
     * All versions of a question, the newest first. One statement.
     *
     * @param id the question, or one of its versions
     * @throws Problem.NotFound when there is neither
     */
    public List<BankedVersion> versions(UUID id) {
        List<BankedVersion> found = jdbi.withHandle(handle -> handle.createQuery(VERSIONS)
                .bind("id", id)
                .map((row, context) -> version(row))
                .list());
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        return found;
    }

    /** One version. @throws Problem.NotFound when there is none */
    public BankedVersion version(UUID versionId) {
        return versions(versionId).stream()
                .filter(version -> version.id().equals(versionId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The faces of versions. At most one statement. */
    public Map<UUID, Face> faces(Collection<UUID> versionIds) {
        Map<UUID, Face> faces = new HashMap<>();
        versions.questions(versionIds)
                .forEach((id, question) -> faces.put(
                        id,
                        new Face(
                                id,
                                question.questionId(),
                                question.face().type(),
                                question.face().heading())));
        return faces;
    }

    /** The version that stands at this place of an attempt of this person. @throws Problem.NotFound when there is no such place */
    public Face asked(UUID personId, UUID attemptId, int position) {
        UUID version = jdbi.withHandle(handle -> handle.createQuery(PLACE)
                .bind("attempt", attemptId)
                .bind("person", personId)
                .bind("position", position)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(Problem::notFound));
        return known(version);
    }

    /** The version of a check question that a lesson shows now. @throws Problem.NotFound when it shows no such question */
    public Face askedInLesson(UUID lessonQuizId, String contentId) {
        return versions.questions(versions.requireCurrent(lessonQuizId).pool()).values().stream()
                .filter(question -> question.contentId().equals(contentId))
                .findFirst()
                .map(question -> known(question.id()))
                .orElseThrow(Problem::notFound);
    }

    private Face known(UUID version) {
        return Optional.ofNullable(faces(List.of(version)).get(version)).orElseThrow(Problem::notFound);
    }

    /**
     * How a version looks on a page; not before an answer, or with its right answer given and marked.
     *
     * @param id prefix of element ids
     */
    public QuestionView look(UUID versionId, String id, boolean withKey, Locale locale) {
        QuestionVersion question = versions.question(versionId);
        Arrangement shown = Arrangement.of(question.body(), question.key(), new SplittableRandom(1));
        Given given = withKey ? Given.of(DemonstrationAnswers.byKey(question.key(), shown)) : null;
        Marks marks = withKey ? Marks.of(question, given, shown, locale) : Marks.NONE;
        return QuestionView.of(id, question.face(), shown, given, marks, locale);
    }

    /** The right answer in words. */
    public List<String> rightAnswer(UUID versionId, Locale locale) {
        return AnswerWords.right(versions.question(versionId), locale);
    }

    /** What is said after an answer, sanitised HTML. */
    public String explanation(UUID versionId, Locale locale) {
        return versions.question(versionId).explanation().why().in(locale);
    }

    private static BankedVersion version(ResultSet row) throws SQLException {
        QuestionBody body = Json.read(row.getString("body"), QuestionBody.class);
        QuestionFace face = QuestionFace.of(Json.read(row.getString("prompt"), LocalText.class), null, body);
        return new BankedVersion(
                row.getObject("id", UUID.class),
                row.getObject("question_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getString("content_id"),
                face.type(),
                face.heading(),
                Json.read(row.getString("key"), AnswerKey.class),
                body,
                row.getString("competence"),
                row.getString("level"),
                text(row, "difficulty"),
                text(row, "source"),
                AttemptReader.instant(row, "drafted_at"),
                AttemptReader.instant(row, "reviewed_at"),
                AttemptReader.instant(row, "published_at"),
                AttemptReader.instant(row, "retired_at"),
                row.getObject("corrects_id", UUID.class),
                VersionParts.of(row.getString("whole")));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
