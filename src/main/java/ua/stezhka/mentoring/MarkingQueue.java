package ua.stezhka.mentoring;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;

/** Answers that wait for a mark, the oldest first; nobody’s own are among them. */
@Singleton
class MarkingQueue {
    static final int SHOWN = 50;
    private static final int RECENT = 10;
    private static final String WAITING = """
            select a.id, q.position, v.course, v.title, a.submitted_at as at, case when p.registered_at is null then '' else p.name end as name,
                   v2.body ->> 'type' as type
            from quiz.attempt a
            join account.person p on p.id = a.person_id
            join quiz.quiz_version v on v.id = a.quiz_version_id
            join quiz.attempt_question q on q.attempt_id = a.id and q.earned is null
            join quiz.question_version v2 on v2.id = q.question_version_id
            where a.submitted_at is not null and a.earned is null and a.person_id <> :marker
              and (:course = '' or v.course = :course)
            order by a.submitted_at, a.id, q.position limit :limit
            """;
    private static final String COUNTS = """
            select v.course, min(v.title::text) as title, count(*) as number, min(a.submitted_at) as at
            from quiz.attempt a
            join quiz.quiz_version v on v.id = a.quiz_version_id
            join quiz.attempt_question q on q.attempt_id = a.id and q.earned is null
            where a.submitted_at is not null and a.earned is null and a.person_id <> :marker
            group by v.course order by min(a.submitted_at)
            """;
    private static final String MARKED = """
            select m.attempt_id as id, m.position, v.course, v.title, m.marked_at as at,
                   case when p.registered_at is null then '' else p.name end as name, v2.body ->> 'type' as type
            from quiz.mark m
            join quiz.attempt a on a.id = m.attempt_id
            join account.person p on p.id = a.person_id
            join quiz.quiz_version v on v.id = a.quiz_version_id
            join quiz.attempt_question q on q.attempt_id = m.attempt_id and q.position = m.position
            join quiz.question_version v2 on v2.id = q.question_version_id
            where m.marker_id = :marker
              and m.number = (select max(l.number) from quiz.mark l where l.attempt_id = m.attempt_id and l.position = m.position)
            order by m.marked_at desc limit :limit
            """;

    private final Jdbi jdbi;

    MarkingQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One answer.
     *
     * @param at   when it was submitted, or marked
     * @param name of who wrote it; empty for a guest
     * @param type free-text or file
     */
    record Entry(UUID attempt, int position, String course, LocalText title, Instant at, String name, String type) {
        String address() {
            return "/marking/" + attempt + '/' + position;
        }
    }

    /** How many answers of a course wait, and since when. */
    record Course(String course, LocalText title, int number, Instant since) {}

    /** @param course of this one only; empty for all */
    List<Entry> waiting(UUID markerId, String course) {
        return waiting(markerId, course, SHOWN);
    }

    /** The answer to mark next, if there is one. */
    Optional<Entry> next(UUID markerId, String course) {
        return waiting(markerId, course, 1).stream().findFirst();
    }

    private List<Entry> waiting(UUID markerId, String course, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING)
                .bind("marker", markerId)
                .bind("course", course)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    List<Course> courses(UUID markerId) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("marker", markerId)
                .map((row, context) -> new Course(
                        row.getString("course"),
                        Json.read(row.getString("title"), LocalText.class),
                        row.getInt("number"),
                        instant(row)))
                .list());
    }

    /** What this marker marked last. */
    List<Entry> marked(UUID markerId) {
        return jdbi.withHandle(handle -> handle.createQuery(MARKED)
                .bind("marker", markerId)
                .bind("limit", RECENT)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("course"),
                Json.read(row.getString("title"), LocalText.class),
                instant(row),
                row.getString("name"),
                row.getString("type"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
