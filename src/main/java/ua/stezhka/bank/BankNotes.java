package ua.stezhka.bank;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;
import ua.stezhka.quiz.QuestionBank;

/** Reads reports and regradings. */
@Singleton
class BankNotes {
    private static final String REPORTS = """
            select r.id, r.question_id, r.question_version_id, r.kind, r.words, r.place, r.reported_at, coalesce(r.outcome, '') as outcome,
                   coalesce(r.answer, '') as answer, r.answered_at
            from bank.report r
            """;
    private static final String OF_QUESTION =
            "<reports> where r.question_id = :id order by r.reported_at desc, r.id limit 50";
    private static final String ONE = "<reports> where r.id = :id";
    private static final String OPEN = """
            <reports> where r.answered_at is null
              and (cast(:after as uuid) is null or (r.reported_at, r.id) > (select reported_at, id from bank.report where id = cast(:after as uuid)))
            order by r.reported_at, r.id limit :size
            """;
    private static final String ANSWERED = """
            <reports> where r.answered_at is not null
              and (cast(:after as uuid) is null or (r.answered_at, r.id) < (select answered_at, id from bank.report where id = cast(:after as uuid)))
            order by r.answered_at desc, r.id desc limit :size
            """;
    private static final String REGRADINGS = """
            select g.done_at, coalesce(p.name, '—') as name, g.reason, g.attempts, g.raised, g.lowered, g.passed, g.failed
            from bank.regrading g join quiz.question_version v on v.id = g.question_version_id
            left join account.person p on p.id = g.person_id
            where v.question_id = :question order by g.done_at desc, g.id limit 50
            """;
    static final int SIZE = 50;

    private final Jdbi jdbi;
    private final QuestionBank bank;
    private final ZoneId zone;

    BankNotes(Jdbi jdbi, QuestionBank bank, PlatformConfig config) {
        this.jdbi = jdbi;
        this.bank = bank;
        this.zone = config.zone();
    }

    private record Found(UUID version, ReportRow row) {}

    /** A page of reports; {@code after} is the last of this page, null on the last one. */
    record Page(List<ReportRow> rows, @Nullable UUID after) {}

    /** Open reports, the oldest first; or answered ones, the latest first. Two statements at most. */
    Page reports(boolean open, @Nullable UUID after, Locale locale) {
        List<Found> found = jdbi.withHandle(handle -> handle.createQuery(open ? OPEN : ANSWERED)
                .define("reports", REPORTS)
                .bindByType("after", after, UUID.class)
                .bind("size", SIZE + 1)
                .map((row, context) -> found(row))
                .list());
        List<Found> shown = found.subList(0, Math.min(SIZE, found.size()));
        return new Page(
                named(shown, locale), found.size() > SIZE ? shown.getLast().row.id() : null);
    }

    List<ReportRow> reportsOf(UUID questionId, Locale locale) {
        return named(read(OF_QUESTION, questionId), locale);
    }

    /** @throws Problem.NotFound when there is none */
    ReportRow report(UUID id, Locale locale) {
        return named(read(ONE, id), locale).stream().findFirst().orElseThrow(Problem::notFound);
    }

    private List<Found> read(String statement, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(statement)
                .define("reports", REPORTS)
                .bind("id", id)
                .map((row, context) -> found(row))
                .list());
    }

    private Found found(ResultSet row) throws SQLException {
        java.sql.Timestamp answered = row.getTimestamp("answered_at");
        return new Found(
                row.getObject("question_version_id", UUID.class),
                new ReportRow(
                        row.getObject("id", UUID.class),
                        row.getObject("question_id", UUID.class),
                        "",
                        "",
                        row.getString("kind"),
                        row.getString("words"),
                        row.getString("place"),
                        Dates.dateTime(row.getTimestamp("reported_at").toInstant(), zone),
                        row.getString("outcome"),
                        row.getString("answer"),
                        Dates.dateTime(answered == null ? null : answered.toInstant(), zone)));
    }

    private List<ReportRow> named(List<Found> found, Locale locale) {
        Map<UUID, QuestionBank.Face> faces =
                bank.faces(found.stream().map(Found::version).distinct().toList());
        return found.stream()
                .map(one -> named(one.row, Objects.requireNonNull(faces.get(one.version)), locale))
                .toList();
    }

    private static ReportRow named(ReportRow row, QuestionBank.Face face, Locale locale) {
        return new ReportRow(
                row.id(),
                row.questionId(),
                face.plain().in(locale),
                face.plain().languageIn(locale),
                row.kind(),
                row.words(),
                row.place(),
                row.reportedOn(),
                row.outcome(),
                row.answer(),
                row.answeredOn());
    }

    List<RegradingRow> regradingsOf(UUID questionId) {
        return jdbi.withHandle(handle -> handle.createQuery(REGRADINGS)
                .bind("question", questionId)
                .map((row, context) -> new RegradingRow(
                        Dates.dateTime(row.getTimestamp("done_at").toInstant(), zone),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getInt("raised"),
                        row.getInt("lowered"),
                        row.getInt("passed"),
                        row.getInt("failed")))
                .list());
    }
}
