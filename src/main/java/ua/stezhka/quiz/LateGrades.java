package ua.stezhka.quiz;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.question.Score;

/**
 * Grades an attempt when people have given its last mark, and again when they give another one. A certificate that was earned is never
 * taken back here: that it would not be earned any more stands in the audit trail, and people decide.
 */
@Singleton
class LateGrades {
    private static final String GRADE = """
            update quiz.attempt set earned = :earned, possible = :possible, passed = :passed,
                   graded_at = coalesce(graded_at, cast(:now as timestamptz))
            where id = :attempt
            """;

    private final Jdbi jdbi;
    private final QuizStatements statements;
    private final MarkLetters letters;
    private final AuditTrail audit;
    private final Event<AttemptGraded> graded;
    private final Event<AttemptMarkedAgain> again;

    LateGrades(
            Jdbi jdbi,
            QuizStatements statements,
            MarkLetters letters,
            AuditTrail audit,
            Event<AttemptGraded> graded,
            Event<AttemptMarkedAgain> again) {
        this.jdbi = jdbi;
        this.statements = statements;
        this.letters = letters;
        this.audit = audit;
        this.graded = graded;
        this.again = again;
    }

    /** A mark was given, in the transaction that has locked the attempt. */
    void marked(Marking.Work work, Score score, int number, Instant now) {
        AttemptSheet sheet = work.sheet();
        List<Score> scores = new ArrayList<>();
        for (AttemptSheet.Slot slot : sheet.slots()) {
            Score known = slot.position() == work.slot().position() ? score : slot.score();
            if (known == null) {
                return;
            }
            scores.add(known);
        }
        AttemptOutcome outcome = AttemptOutcome.of(scores, sheet.quiz());
        write(sheet, outcome, now);
        statements.marked(work.owner(), sheet, outcome, work.slot().position() + "/" + number, now);
        tell(work, outcome, sheet.score());
    }

    private void tell(Marking.Work work, AttemptOutcome outcome, @Nullable Score before) {
        AttemptSheet sheet = work.sheet();
        AttemptGraded result =
                AttemptGraded.of(sheet, work.owner(), outcome, Objects.requireNonNull(sheet.submittedAt()));
        letters.tell(work.owner().personId(), sheet, before == null);
        if (before == null) {
            graded.fire(result);
            return;
        }
        again.fire(new AttemptMarkedAgain(result, before, sheet.passed()));
        if (sheet.passed() && !outcome.passed()) {
            audit.note(AuditNote.of("quiz.pass_no_longer_earned")
                    .about(work.owner().personId())
                    .with("attempt", sheet.id().toString()));
        }
    }

    private void write(AttemptSheet sheet, AttemptOutcome outcome, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(GRADE)
                .bind("attempt", sheet.id())
                .bind("earned", outcome.score().earned())
                .bind("possible", outcome.score().possible())
                .bind("passed", outcome.passed())
                .bind("now", now)
                .execute());
    }
}
