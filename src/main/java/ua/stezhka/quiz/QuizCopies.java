package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/** Makes the next version of a quiz from its current one; whatever else a version holds is taken along. */
@Singleton
class QuizCopies {
    private static final String COPY = """
            insert into quiz.quiz_version
            select (jsonb_populate_record(v, jsonb_build_object('id', cast(:id as uuid), 'published_at', cast(:now as timestamptz))
                || cast(:changes as jsonb))).*
            from quiz.quiz_version v where v.id = :from
            """;
    private static final String POOL = """
            insert into quiz.pool_question (quiz_version_id, position, question_version_id)
            select :new, position, question_version_id from quiz.pool_question where quiz_version_id = :old
            """;

    private final Clock clock;

    QuizCopies(Clock clock) {
        this.clock = clock;
    }

    /** A version and the one it was made from. */
    record Copy(UUID from, UUID made) {}

    /**
     * A copy with the same questions.
     *
     * @param changes columns that are other than before, as JSON
     */
    Copy with(Handle handle, UUID quizId, String changes) {
        Copy copy = without(handle, quizId, changes);
        handle.createUpdate(POOL).bind("new", copy.made).bind("old", copy.from).execute();
        return copy;
    }

    /** A copy without any question yet; the quiz shows it from now on. */
    Copy without(Handle handle, UUID quizId, String changes) {
        UUID from = handle.createQuery("select current_version_id from quiz.quiz where id = :quiz for no key update")
                .bind("quiz", quizId)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(Problem::notFound);
        UUID made = Ids.next();
        handle.createUpdate(COPY)
                .bind("id", made)
                .bind("from", from)
                .bind("changes", changes)
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .execute();
        handle.createUpdate("update quiz.quiz set current_version_id = :version where id = :quiz")
                .bind("version", made)
                .bind("quiz", quizId)
                .execute();
        return new Copy(from, made);
    }
}
