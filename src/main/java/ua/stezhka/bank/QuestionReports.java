package ua.stezhka.bank;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Ids;
import ua.stezhka.quiz.QuestionBank;

/** What people say of broken questions, and what they are answered. */
@Singleton
public class QuestionReports {
    /** How many reports of one person may wait for an answer. */
    static final int MOST_OPEN = 10;

    private static final int DAYS_SHOWN = 60;
    private static final String REPORT = """
            insert into bank.report (id, question_id, question_version_id, person_id, kind, words, place, reported_at)
            select :id, :question, :version, :person, :kind, :words, :place, :now
            where (select count(*) from bank.report where person_id = :person and answered_at is null) < :most
            on conflict (person_id, question_id) where answered_at is null do nothing
            """;
    private static final String OPEN = """
            select exists (select from bank.report where person_id = :person and question_id = :question and answered_at is null)
            """;
    private static final String ANSWER = """
            update bank.report set outcome = :outcome, answer = :answer, answered_at = :now, answered_by = :by
            where answered_at is null
              and (id = :id or :all and question_id = (select question_id from bank.report where id = :id))
            """;
    private static final String ANSWERS = """
            select question_version_id, outcome, answer from bank.report
            where person_id = :person and answered_at > :since order by answered_at desc limit 5
            """;
    private static final String BOTH_OPEN = """
            delete from bank.report r using bank.report own
            where r.person_id = :from and r.answered_at is null
              and own.person_id = :to and own.question_id = r.question_id and own.answered_at is null
            """;

    private final Jdbi jdbi;
    private final QuestionBank bank;
    private final AuditTrail audit;
    private final Clock clock;

    QuestionReports(Jdbi jdbi, QuestionBank bank, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.bank = bank;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a person was answered.
     *
     * @param prompt  of the question, in plain words
     * @param outcome corrected or kept
     * @param answer  may be empty
     */
    public record Answered(String prompt, String language, String outcome, String answer) {}

    /** What somebody reports. */
    record New(QuestionBank.Face question, UUID personId, String kind, String words, String place) {}

    /** Answers of the last weeks to a person, the latest first. Two statements at most. */
    public List<Answered> answersTo(UUID personId, Locale locale) {
        record Row(UUID version, String outcome, String answer) {}
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery(ANSWERS)
                .bind("person", personId)
                .bind("since", clock.instant().minus(Duration.ofDays(DAYS_SHOWN)))
                .map((row, context) -> new Row(
                        row.getObject("question_version_id", UUID.class),
                        row.getString("outcome"),
                        row.getString("answer")))
                .list());
        Map<UUID, QuestionBank.Face> faces =
                bank.faces(rows.stream().map(Row::version).distinct().toList());
        return rows.stream()
                .map(row -> {
                    QuestionBank.Face face = Objects.requireNonNull(faces.get(row.version));
                    return new Answered(
                            face.plain().in(locale), face.plain().languageIn(locale), row.outcome, row.answer);
                })
                .toList();
    }

    /** Since when changes are shown to people on their own page. */
    public Instant shownSince() {
        return clock.instant().minus(Duration.ofDays(DAYS_SHOWN));
    }

    /** Whether a report of this person about this question waits for an answer. */
    boolean waits(UUID personId, UUID questionId) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("person", personId)
                .bind("question", questionId)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Keeps a report; of one person and question one waits at a time, and a second one changes nothing.
     *
     * @return false when too many reports of this person wait
     */
    @Transactional
    boolean report(New report) {
        int made = jdbi.withHandle(handle -> handle.createUpdate(REPORT)
                .bind("id", Ids.next())
                .bind("question", report.question.questionId())
                .bind("version", report.question.versionId())
                .bind("person", report.personId)
                .bind("kind", report.kind)
                .bind("words", report.words)
                .bind("place", report.place)
                .bind("now", clock.instant())
                .bind("most", MOST_OPEN)
                .execute());
        return made == 1 || waits(report.personId, report.question.questionId());
    }

    /**
     * Answers an open report; an answered one stays as it is.
     *
     * @param all all open reports about the same question too
     */
    @Transactional
    void answer(UUID reportId, String outcome, String answer, boolean all, UUID by) {
        int answered = jdbi.withHandle(handle -> handle.createUpdate(ANSWER)
                .bind("id", reportId)
                .bind("outcome", outcome)
                .bind("answer", answer)
                .bind("all", all)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
        if (answered > 0) {
            audit.note(AuditNote.of("bank.report_answered")
                    .by(by)
                    .with("report", reportId.toString())
                    .with("outcome", outcome)
                    .with("number", Integer.toString(answered)));
        }
    }

    void adopted(@Observes @Priority(3000) GuestAdopted guest) {
        give(guest.guestId(), guest.personId());
    }

    void merged(@Observes @Priority(3000) PersonMerged merge) {
        give(merge.mergedId(), merge.personId());
    }

    private void give(UUID from, UUID to) {
        jdbi.useHandle(handle -> List.of(
                        BOTH_OPEN,
                        "update bank.report set person_id = :to where person_id = :from",
                        "update bank.report set answered_by = :to where answered_by = :from",
                        "update bank.version_deed set person_id = :to where person_id = :from",
                        "update bank.regrading set person_id = :to where person_id = :from")
                .forEach(statement -> handle.createUpdate(statement)
                        .bind("from", from)
                        .bind("to", to)
                        .execute()));
    }
}
