package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerKey;

/**
 * Brings versions of questions from draft to retirement. A version never changes; whoever corrects a key makes another version, which
 * says what it corrects.
 */
@Singleton
public class QuestionLife {
    private static final String DRAFT = """
            insert into quiz.question_version
            select (jsonb_populate_record(v, jsonb_build_object(
                'id', cast(:id as uuid), 'key', cast(:key as jsonb), 'content_hash', cast(:hash as text), 'corrects_id', v.id,
                'drafted_at', cast(:now as timestamptz), 'reviewed_at', null, 'published_at', null, 'retired_at', null))).*
            from quiz.question_version v where v.id = :version
            """;
    /** Where the corrected version is asked now. The files are locked by nobody: a publication waits for this row. */
    private static final String ASKING = """
            select q.id from quiz.quiz q join quiz.pool_question p on p.quiz_version_id = q.current_version_id
            where p.question_version_id = (select corrects_id from quiz.question_version where id = :version)
            order by q.id for no key update of q
            """;

    private static final String EXCHANGE = """
            insert into quiz.pool_question (quiz_version_id, position, question_version_id)
            select :new, p.position, case when p.question_version_id = c.corrects_id then c.id else p.question_version_id end
            from quiz.pool_question p join quiz.question_version c on c.id = :version
            where p.quiz_version_id = :old
            """;
    private static final String TOO_FEW = """
            select exists (
                select from quiz.quiz q
                join quiz.quiz_version z on z.id = q.current_version_id
                join quiz.pool_question mine on mine.quiz_version_id = z.id and mine.question_version_id = :version
                where q.lesson is not null or z.draws >= (
                    select count(*) from quiz.pool_question p join quiz.question_version v on v.id = p.question_version_id
                    where p.quiz_version_id = z.id and v.retired_at is null))
            """;

    private static final String REVIEW = """
            update quiz.question_version set reviewed_at = :now
            where id = :version and drafted_at is not null and reviewed_at is null
            """;
    private static final String PUBLISH = """
            update quiz.question_version set published_at = :now
            where id = :version and reviewed_at is not null and published_at is null
            """;
    private static final String RETIRE = """
            update quiz.question_version set retired_at = :now
            where id = :version and published_at is not null and retired_at is null
            """;
    private static final String RESTORE = """
            update quiz.question_version set retired_at = null
            where id = :version and retired_at < :now
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final QuizCopies copies;
    private final Clock clock;

    QuestionLife(Jdbi jdbi, QuizVersions versions, QuizCopies copies, Clock clock) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * Makes a draft that is as a published version but for its key.
     *
     * @param key of the same type as the version’s
     * @throws Problem.Conflict {@code same_question_content_is_one_version} when a version with this key is there already
     */
    @Transactional
    public UUID draft(UUID versionId, AnswerKey key) {
        UUID id = Ids.next();
        int made = jdbi.withHandle(handle -> handle.createUpdate(DRAFT)
                .bind("id", id)
                .bind("version", versionId)
                .bind("key", Json.write(key))
                .bind("hash", "key/" + versionId + '/' + Json.hash(key))
                .bind("now", now())
                .execute());
        if (made == 0) {
            throw Problem.notFound();
        }
        return id;
    }

    /** Somebody else has read a draft and found it right. @return false when it was reviewed already, or is no draft */
    @Transactional
    public boolean review(UUID versionId) {
        return changed(REVIEW, versionId);
    }

    /**
     * Publishes a reviewed draft: from now on quizzes ask it instead of the version that it corrects; open attempts keep theirs.
     *
     * @return false when it is published already, or not reviewed
     */
    @Transactional
    public boolean publish(UUID versionId) {
        if (!changed(PUBLISH, versionId)) {
            return false;
        }
        jdbi.useHandle(handle -> handle.createQuery(ASKING)
                .bind("version", versionId)
                .mapTo(UUID.class)
                .list()
                .forEach(quiz -> exchange(handle, quiz, versionId)));
        versions.forgetCurrent();
        return true;
    }

    private void exchange(Handle handle, UUID quiz, UUID versionId) {
        QuizCopies.Copy copy = copies.without(handle, quiz, "{}");
        handle.createUpdate(EXCHANGE)
                .bind("new", copy.made())
                .bind("old", copy.from())
                .bind("version", versionId)
                .execute();
    }

    /**
     * New attempts get this version no more; open ones keep it.
     *
     * @throws Problem.Conflict {@code quiz.too_few_questions} when a lesson shows it, or a quiz would have fewer questions than it asks
     * @return false when it is retired already, or not published
     */
    @Transactional
    public boolean retire(UUID versionId) {
        // One retirement after the other: two together could take more than each of them sees.
        boolean tooFew = jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('quiz.retirement'))");
            return handle.createQuery(TOO_FEW)
                    .bind("version", versionId)
                    .mapTo(Boolean.class)
                    .one();
        });
        if (tooFew) {
            throw Problem.conflict("quiz.too_few_questions");
        }
        boolean done = changed(RETIRE, versionId);
        versions.forgetCurrent();
        return done;
    }

    /** New attempts may get this version again. @return false when it is not retired */
    @Transactional
    public boolean restore(UUID versionId) {
        boolean done = changed(RESTORE, versionId);
        versions.forgetCurrent();
        return done;
    }

    private boolean changed(String statement, UUID versionId) {
        return jdbi.withHandle(handle -> handle.createUpdate(statement)
                        .bind("version", versionId)
                        .bind("now", now())
                        .execute())
                == 1;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
