package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Given;
import ua.stezhka.question.MalformedAnswer;
import ua.stezhka.question.Mark;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/**
 * Takes the marks that people give. A mark is never changed: another one takes its place, and both stay in the log. Two who mark the same
 * answer at once are told; nobody marks an answer of their own.
 */
@Singleton
public class Marking {
    public static final int LONGEST_COMMENT = 4000;
    private static final String OWNER = """
            select a.person_id, p.actor_id from quiz.attempt a join account.person p on p.id = a.person_id
            where a.id = :attempt and a.kind = 'graded' and a.submitted_at is not null and a.person_id <> :marker
            """;
    private static final String LOCK = OWNER + "for update of a";
    private static final String MARK = """
            with marked as (
                insert into quiz.mark
                    (attempt_id, position, number, marker_id, points, earned, possible, comment, marked_at)
                values (:attempt, :position, :number, :marker, cast(:points as jsonb), :earned, :possible, :comment,
                        cast(:now as timestamptz))
            ), logged as (
                insert into quiz.attempt_event (attempt_id, kind, at, node, position, revision, answer)
                values (:attempt, 'mark', cast(:now as timestamptz), :node, :position, :number,
                        jsonb_build_object('points', cast(:points as jsonb)))
            )
            update quiz.attempt_question set earned = :earned, possible = :possible
            where attempt_id = :attempt and position = :position
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final AttemptReader reader;
    private final GivenMarks marks;
    private final LateGrades grades;
    private final AuditTrail audit;
    private final Clock clock;
    private final String node;

    Marking(
            Jdbi jdbi,
            QuizVersions versions,
            AttemptReader reader,
            GivenMarks marks,
            LateGrades grades,
            AuditTrail audit,
            Clock clock,
            QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.reader = reader;
        this.marks = marks;
        this.grades = grades;
        this.audit = audit;
        this.clock = clock;
        this.node = config.node();
    }

    /**
     * What a marker says.
     *
     * @param base   the number of the mark that the marker saw, 0 for none
     * @param points criterion → points
     */
    public record Said(UUID markerId, int base, Map<String, Integer> points, String comment) {}

    /** An answer that may be marked: the attempt, its owner, the question. */
    public record Work(Learner owner, AttemptSheet sheet, AttemptSheet.Slot slot, QuestionVersion question) {
        public UUID attempt() {
            return sheet.id();
        }

        public int position() {
            return slot.position();
        }

        public LocalText title() {
            return sheet.quiz().title();
        }

        public Instant submittedAt() {
            return Objects.requireNonNull(sheet.submittedAt());
        }

        public Given given() {
            return Objects.requireNonNull(slot.given());
        }

        public AnswerKey.Rubric rubric() {
            return question.rubric().orElseThrow(Problem::notFound);
        }
    }

    /**
     * Gives a mark; the same one sent twice is given once.
     *
     * @return the mark of somebody else that came before and that the marker has not seen; empty when this one is given
     * @throws MalformedAnswer with the criterion whose points cannot be
     * @throws Problem.NotFound when there is no such answer for this marker
     */
    @Transactional
    public Optional<Mark> mark(UUID attemptId, int position, Said said) {
        Work work = lock(attemptId, position, said.markerId);
        Score score = Mark.score(work.rubric(), said.points);
        if (said.comment.length() > LONGEST_COMMENT) {
            throw new MalformedAnswer("comment");
        }
        Optional<Mark> last = marks.of(attemptId, position);
        int number = last.map(Mark::number).orElse(0);
        if (number != said.base) {
            return last.filter(mark -> !mark.says(said.markerId, said.points, said.comment));
        }
        if (last.isEmpty() || !last.get().says(said.markerId, said.points, said.comment)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            write(attemptId, position, said, score, number + 1, now);
            grades.marked(work, score, number + 1, now);
            audit.note(AuditNote.of("quiz.answer_marked")
                    .by(said.markerId)
                    .about(work.owner.personId())
                    .with("attempt", attemptId.toString())
                    .with("position", Integer.toString(position))
                    .with("mark", Integer.toString(number + 1)));
        }
        return Optional.empty();
    }

    private void write(UUID attemptId, int position, Said said, Score score, int number, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(MARK)
                .bind("attempt", attemptId)
                .bind("position", position)
                .bind("number", number)
                .bind("marker", said.markerId)
                .bind("points", Json.write(said.points))
                .bind("earned", score.earned())
                .bind("possible", score.possible())
                .bind("comment", said.comment)
                .bind("now", now)
                .bind("node", node)
                .execute());
    }

    private Work lock(UUID attemptId, int position, UUID markerId) {
        return work(attemptId, position, markerId, LOCK);
    }

    /** An answer to be marked. @throws Problem.NotFound when there is none for this marker */
    public Work look(UUID attemptId, int position, UUID markerId) {
        return work(attemptId, position, markerId, OWNER);
    }

    private Work work(UUID attemptId, int position, UUID markerId, String statement) {
        Learner owner = jdbi.withHandle(handle -> handle.createQuery(statement)
                .bind("attempt", attemptId)
                .bind("marker", markerId)
                .map((row, context) ->
                        new Learner(row.getObject("person_id", UUID.class), row.getObject("actor_id", UUID.class)))
                .findOne()
                .orElseThrow(Problem::notFound));
        AttemptSheet sheet = reader.whole(owner.personId(), attemptId);
        AttemptSheet.Slot slot = sheet.slot(position).orElseThrow(Problem::notFound);
        QuestionVersion question = versions.question(slot.questionVersionId());
        if (!question.markedByPeople(slot.given())) {
            throw Problem.notFound();
        }
        return new Work(owner, sheet, slot, question);
    }
}
