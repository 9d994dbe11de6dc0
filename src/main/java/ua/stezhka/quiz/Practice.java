package ua.stezhka.quiz;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Answers;
import ua.stezhka.question.AttemptForm;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.QuestionView;
import ua.stezhka.question.RehearsalForm;
import ua.stezhka.question.ResponseState;

/**
 * Check questions of lessons: each answer is checked at once and explained kindly, as often as a person likes; nothing is
 * submitted and nothing is counted against anybody. One practice per person and lesson.
 */
@Singleton
public class Practice {
    private static final String LOCK = """
            select id from quiz.attempt
            where person_id = :person and quiz_id = :quiz and kind = 'practice' and submitted_at is null
            for no key update
            """;
    private static final String ADD = """
            insert into quiz.attempt_question (attempt_id, position, question_version_id, arrangement)
            select :attempt, position, version, arrangement
            from jsonb_to_recordset(cast(:questions as jsonb)) as q(position integer, version uuid, arrangement jsonb)
            on conflict do nothing
            """;
    private static final String CHECK = """
            with known as (
                select id from quiz.attempt_event where attempt_id = :attempt and save_id = :save and kind = 'check'
            ), written as (
                insert into quiz.response as stored
                    (attempt_id, position, revision, state, answer, saved_at, tries, solved_at)
                select :attempt, :position, 1, :state, cast(:answer as jsonb), cast(:given as timestamptz), 1,
                       case when :right then cast(:now as timestamptz) end
                where not exists (select from known)
                on conflict (attempt_id, position) do update
                set revision = stored.revision + 1, tries = stored.tries + 1,
                    state = case when cast(:late as boolean) and excluded.saved_at < stored.saved_at - interval '2 seconds'
                                 then stored.state else excluded.state end,
                    answer = case when cast(:late as boolean) and excluded.saved_at < stored.saved_at - interval '2 seconds'
                                  then stored.answer else excluded.answer end,
                    saved_at = greatest(stored.saved_at, excluded.saved_at),
                    solved_at = coalesce(stored.solved_at, excluded.solved_at)
                returning revision, tries
            ), logged as (
                insert into quiz.attempt_event
                    (attempt_id, kind, at, node, position, revision, save_id, state, answer)
                select :attempt, 'check', cast(:now as timestamptz), :node, :position, revision, :save, :state,
                       cast(:answer as jsonb)
                from written
            )
            select tries from written
            """;
    private static final String SOLVED = """
            select question.content_id
            from quiz.attempt a
            join quiz.response r on r.attempt_id = a.id and r.solved_at is not null
            join quiz.attempt_question q on q.attempt_id = a.id and q.position = r.position
            join quiz.question_version v on v.id = q.question_version_id
            join quiz.question question on question.id = v.question_id
            where a.person_id = :person and a.quiz_id = :quiz and a.kind = 'practice'
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final CheckQuestions questions;
    private final AttemptReader reader;
    private final QuizStatements statements;
    private final Event<ResponseChecked> checked;
    private final Clock clock;
    private final String node;

    Practice(
            Jdbi jdbi,
            QuizVersions versions,
            CheckQuestions questions,
            AttemptReader reader,
            QuizStatements statements,
            Event<ResponseChecked> checked,
            Clock clock,
            QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.questions = questions;
        this.reader = reader;
        this.statements = statements;
        this.checked = checked;
        this.clock = clock;
        this.node = config.node();
    }

    /**
     * What became of a check.
     *
     * @param given whether anything was answered at all; when not, nothing was stored
     * @param right everything was right
     */
    public record Outcome(boolean given, boolean right) {}

    /**
     * A check question as it stands for a person, or for somebody not known yet. One statement, or none without a person.
     *
     * @param question the question’s id in the content
     * @throws Problem.NotFound when the lesson has no such question
     */
    public PracticeView view(Optional<UUID> personId, UUID lessonQuizId, String question, Locale locale) {
        QuestionVersion asked = questions.of(versions.requireCurrent(lessonQuizId), question);
        return personId.flatMap(person -> reader.practice(person, lessonQuizId))
                .flatMap(sheet -> sheet.slotOf(asked.id()))
                .map(slot -> PracticeView.of(asked, slot, locale))
                .orElseGet(() -> PracticeView.untouched(asked, CheckQuestions.arrangement(asked), locale));
    }

    /**
     * Checks what a form says and stores it; the same form sent twice is checked once.
     *
     * @param question the question’s id in the content
     * @param form     the fields that the fragment {@code question/_question} draws, and {@code saveId}
     * @throws Problem not found, or invalid when the answer does not fit the question
     */
    @Transactional
    public Outcome check(Learner learner, UUID lessonQuizId, String question, Map<String, List<String>> form) {
        return check(learner, lessonQuizId, question, form, Duration.ZERO);
    }

    /**
     * @param ago how long ago it was answered, in whole seconds; the learning record says so, and what was answered after it stays, but for
     *            rehearsals, whose presses follow each other anyway
     */
    Outcome check(Learner learner, UUID lessonQuizId, String question, Map<String, List<String>> form, Duration ago) {
        QuizVersion quiz = versions.requireCurrent(lessonQuizId);
        QuestionVersion asked = questions.of(quiz, question);
        UUID attempt = ensure(learner, quiz);
        AttemptSheet.Slot slot = slot(learner, quiz, attempt, asked);
        Given given = given(asked, slot, form);
        boolean rehearsal = asked.body() instanceof QuestionBody.Rehearsal;
        if (rehearsal ? !RehearsalForm.goesOn(slot.given(), given, form) : given.state() == ResponseState.CLEARED) {
            return new Outcome(rehearsal && RehearsalForm.made(form), false);
        }
        boolean right = AttemptFaults.refused(() -> asked.solvedBy(given, slot.shown()));
        UUID saveId = AttemptForm.saveId(form, given);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Integer> tries =
                store(attempt, slot.position(), saveId, given, right, now, rehearsal ? Duration.ZERO : ago);
        // A rehearsal is told of once, when its last step is over.
        if (tries.isPresent() && asked.ends(given, slot.shown())) {
            statements.checked(learner, attempt, quiz, asked, given, slot.shown(), saveId, now.minus(ago));
            checked.fire(checked(attempt, learner, quiz, asked, right, tries.get(), now));
        }
        return new Outcome(true, right);
    }

    private static ResponseChecked checked(
            UUID attempt,
            Learner learner,
            QuizVersion quiz,
            QuestionVersion asked,
            boolean right,
            int tries,
            Instant now) {
        return new ResponseChecked(
                attempt,
                learner,
                quiz.quizId(),
                quiz.courseId(),
                quiz.course(),
                String.valueOf(quiz.lesson()),
                asked.contentId(),
                right,
                tries,
                now);
    }

    /** A file stays with the person: nobody here would read it, so saying that the work is done is the whole answer. */
    private static Given given(QuestionVersion asked, AttemptSheet.Slot slot, Map<String, List<String>> form) {
        boolean done = asked.body() instanceof QuestionBody.FileWork && !form.containsKey("unknown");
        return done
                ? new Given(ResponseState.ANSWERED, new Answer.FileWork(List.of()))
                : Answers.ofForm(asked.body(), form, slot.shown(), QuestionView.lastOrder(slot.shown(), slot.given()));
    }

    /** Ids (in the content) of the lesson’s check questions that the person once answered fully right. One statement. */
    public java.util.Set<String> solved(UUID personId, UUID lessonQuizId) {
        return jdbi.withHandle(handle -> handle.createQuery(SOLVED)
                .bind("person", personId)
                .bind("quiz", lessonQuizId)
                .mapTo(String.class)
                .set());
    }

    /** The person’s practice, locked until the end of the transaction; begins it when there is none. */
    private UUID ensure(Learner learner, QuizVersion quiz) {
        return lock(learner, quiz)
                .or(() -> begin(learner, quiz))
                .or(() -> lock(learner, quiz))
                .orElseThrow(() -> Problem.conflict("conflict"));
    }

    private Optional<UUID> lock(Learner learner, QuizVersion quiz) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bind("person", learner.personId())
                .bind("quiz", quiz.quizId())
                .mapTo(UUID.class)
                .findOne());
    }

    private Optional<UUID> begin(Learner learner, QuizVersion quiz) {
        return jdbi.withHandle(handle -> handle.createQuery(Attempts.START)
                .bind("id", Ids.next())
                .bind("person", learner.personId())
                .bind("quiz", quiz.quizId())
                .bind("version", quiz.id())
                .bind("kind", "practice")
                .bind("questions", Json.write(asked(quiz.pool(), 0)))
                .bind("deadline", (Instant) null)
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .bind("node", node)
                .mapTo(UUID.class)
                .findOne());
    }

    /** The question’s place in the practice; questions that the lesson got since it began are added at its end. */
    private AttemptSheet.Slot slot(Learner learner, QuizVersion quiz, UUID attempt, QuestionVersion asked) {
        AttemptSheet sheet = reader.practice(learner.personId(), quiz.quizId()).orElseThrow(Problem::notFound);
        Optional<AttemptSheet.Slot> known = sheet.slotOf(asked.id());
        if (known.isPresent()) {
            return known.get();
        }
        List<UUID> missing =
                quiz.pool().stream().filter(id -> sheet.slotOf(id).isEmpty()).toList();
        int last = sheet.slots().getLast().position();
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("attempt", attempt)
                .bind("questions", Json.write(asked(missing, last)))
                .execute());
        return reader.practice(learner.personId(), quiz.quizId())
                .flatMap(grown -> grown.slotOf(asked.id()))
                .orElseThrow(Problem::notFound);
    }

    private List<Attempts.Asked> asked(List<UUID> questionVersions, int last) {
        Map<UUID, QuestionVersion> known = versions.questions(questionVersions);
        List<Attempts.Asked> asked = new ArrayList<>();
        for (UUID id : questionVersions) {
            asked.add(new Attempts.Asked(
                    last + asked.size() + 1,
                    id,
                    CheckQuestions.arrangement(Objects.requireNonNull(known.get(id)))
                            .orders()));
        }
        return asked;
    }

    private Optional<Integer> store(
            UUID attempt, int position, UUID saveId, Given given, boolean right, Instant now, Duration ago) {
        return jdbi.withHandle(handle -> handle.createQuery(CHECK)
                .bind("attempt", attempt)
                .bind("position", position)
                .bind("save", saveId)
                .bind("state", given.state().word())
                .bind("answer", given.json())
                .bind("right", right)
                .bind("now", now)
                .bind("given", now.minus(ago))
                .bind("late", !ago.isZero())
                .bind("node", node)
                .mapTo(Integer.class)
                .findOne());
    }
}
