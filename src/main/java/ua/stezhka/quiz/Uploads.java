package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.QuestionBody;

/**
 * Files on their way: told first, then taken piece by piece, each kept for good before the next is asked for. What was cut goes on where
 * it stopped. When the last piece is there the file is looked at, and becomes a part of the answer in the same transaction.
 */
@Singleton
class Uploads {
    private static final Duration GIVEN_UP = Duration.ofHours(1);
    private static final String OPEN_QUESTION = """
            select q.question_version_id, a.submitted_at is null and (a.deadline is null or a.deadline > :over) as open
            from quiz.attempt a join quiz.attempt_question q on q.attempt_id = a.id and q.position = :position
            where a.id = :attempt and a.person_id = :person and a.kind <> 'practice'
            for no key update of a
            """;
    private static final String GONE = """
            select u.id from quiz.upload u
            left join quiz.response r on r.attempt_id = u.attempt_id and r.position = u.position
            where u.attempt_id = :attempt and u.position = :position
              and case when u.finished_at is null then u.begun_at < :givenUp
                       else not coalesce(r.answer -> 'files' @> to_jsonb(cast(u.id as text)), false) end
            """;
    private static final String BEGIN = """
            insert into quiz.upload (id, attempt_id, position, label, size, begun_at)
            values (:id, :attempt, :position, :label, :size, :now)
            """;
    private static final String LOCK = """
            select size, received, finished_at is not null as finished, label from quiz.upload
            where id = :id and attempt_id = :attempt and position = :position for update
            """;
    private static final String TAKE = """
            with part as (insert into quiz.upload_part (upload_id, start, bytes) values (:id, :start, :bytes))
            update quiz.upload set received = received + :length where id = :id
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final UploadRules rules;
    private final UploadAnswers answers;
    private final Clock clock;

    Uploads(Jdbi jdbi, QuizVersions versions, UploadRules rules, UploadAnswers answers, Clock clock) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.rules = rules;
        this.answers = answers;
        this.clock = clock;
    }

    /** A question of somebody’s open attempt. */
    record Place(UUID personId, UUID attemptId, int position) {}

    /**
     * How far a file is.
     *
     * @param refused why it was not taken after all; empty for a file that is on its way or taken
     */
    record State(UUID id, long received, long size, String refused) {
        boolean whole() {
            return received == size;
        }
    }

    private record Known(long size, long received, boolean finished, String label) {}

    /**
     * Begins to take a file.
     *
     * @throws Problem not found, {@code quiz.attempt_closed}, or invalid when it may not be so large, or there are too many
     */
    @Transactional
    State begin(Place place, String name, long size) {
        UUID id = Ids.next();
        return jdbi.withHandle(handle -> {
            QuestionBody.FileWork asked = lock(handle, place);
            Instant now = now();
            clear(handle, place, now);
            rules.check(handle, place.personId, place.attemptId, place.position, asked, size);
            handle.createUpdate(BEGIN)
                    .bind("id", id)
                    .bind("attempt", place.attemptId)
                    .bind("position", place.position)
                    .bind("label", FileLabel.clean(name))
                    .bind("size", size)
                    .bind("now", now)
                    .execute();
            return new State(id, 0, size, "");
        });
    }

    /** @throws Problem not found, or {@code quiz.attempt_closed} */
    @Transactional
    void requireOpen(Place place) {
        jdbi.useHandle(handle -> lock(handle, place));
    }

    /** How far a file is. @throws Problem.NotFound when this person sends no such file */
    @Transactional
    State state(Place place, UUID id) {
        return jdbi.withHandle(handle -> {
            lock(handle, place);
            Known known = known(handle, place, id);
            return new State(id, known.received, known.size, "");
        });
    }

    /**
     * Takes the next piece of a file.
     *
     * @param start where the piece begins
     * @throws Problem not found, {@code quiz.attempt_closed}, or {@code quiz.piece_does_not_fit} when another piece is missing
     */
    @Transactional
    State append(Place place, UUID id, long start, byte[] bytes) {
        return jdbi.withHandle(handle -> {
            QuestionBody.FileWork asked = lock(handle, place);
            Known known = known(handle, place, id);
            if (known.finished || start != known.received || start + bytes.length > known.size) {
                throw Problem.conflict("quiz.piece_does_not_fit");
            }
            if (bytes.length > 0) {
                handle.createUpdate(TAKE)
                        .bind("id", id)
                        .bind("start", start)
                        .bind("bytes", bytes)
                        .bind("length", bytes.length)
                        .execute();
            }
            State state = new State(id, start + bytes.length, known.size, "");
            return state.whole() ? finish(handle, place, asked, state, known.label) : state;
        });
    }

    /** Takes a whole file at once, as a form sends it. */
    @Transactional
    State take(Place place, String name, byte[] bytes) {
        return append(place, begin(place, name, bytes.length).id(), 0, bytes);
    }

    private State finish(Handle handle, Place place, QuestionBody.FileWork asked, State state, String label) {
        try {
            Inspection.Found found = Inspection.of(UploadedFiles.bytes(handle, state.id));
            if (!asked.kinds().contains(found.kind())) {
                throw new Inspection.Refused("quiz.file_kind_not_asked");
            }
            if (UploadAnswers.stored(handle, place).files().size() >= asked.most()) {
                // Another file, begun earlier or later, has arrived first.
                throw new Inspection.Refused("quiz.files_too_many");
            }
            answers.add(handle, place, state.id(), label, found, now());
            return state;
        } catch (Inspection.Refused refused) {
            UploadAnswers.delete(handle, state.id());
            return new State(state.id, state.received, state.size, refused.code());
        }
    }

    /** Takes a file out of the answer; doing it again changes nothing. @throws Problem not found, or {@code quiz.attempt_closed} */
    @Transactional
    void remove(Place place, UUID id) {
        jdbi.useHandle(handle -> {
            lock(handle, place);
            if (find(handle, place, id).isPresent()) {
                answers.remove(handle, place, id);
            }
        });
    }

    private QuestionBody.FileWork lock(Handle handle, Place place) {
        record Question(UUID version, boolean open) {}
        Question question = handle.createQuery(OPEN_QUESTION)
                .bind("attempt", place.attemptId)
                .bind("person", place.personId)
                .bind("position", place.position)
                .bind("over", AttemptEnd.overBefore(now()))
                .map((row, context) ->
                        new Question(row.getObject("question_version_id", UUID.class), row.getBoolean("open")))
                .findOne()
                .orElseThrow(Problem::notFound);
        if (!(versions.question(question.version).body() instanceof QuestionBody.FileWork asked)) {
            throw Problem.notFound();
        }
        if (!question.open) {
            throw Problem.conflict("quiz.attempt_closed");
        }
        return asked;
    }

    /** Files that are no part of the answer any more, and those that nobody went on with, make room. */
    private static void clear(Handle handle, Place place, Instant now) {
        handle.createQuery(GONE)
                .bind("attempt", place.attemptId)
                .bind("position", place.position)
                .bind("givenUp", now.minus(GIVEN_UP))
                .mapTo(UUID.class)
                .list()
                .forEach(id -> UploadAnswers.delete(handle, id));
    }

    private static Known known(Handle handle, Place place, UUID id) {
        return find(handle, place, id).orElseThrow(Problem::notFound);
    }

    private static Optional<Known> find(Handle handle, Place place, UUID id) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .bind("attempt", place.attemptId)
                .bind("position", place.position)
                .map((row, context) -> new Known(
                        row.getLong("size"),
                        row.getLong("received"),
                        row.getBoolean("finished"),
                        row.getString("label")))
                .findOne();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
