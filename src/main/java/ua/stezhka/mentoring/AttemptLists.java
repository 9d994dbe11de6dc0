package ua.stezhka.mentoring;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;
import ua.stezhka.platform.PlatformConfig;
import ua.stezhka.platform.Problem;

/** Attempts of everybody at final quizzes, for those who may see them; newest first, page after page by the last id. */
@Singleton
class AttemptLists {
    static final int SIZE = 50;

    private static final String ROWS = """
            select a.id, a.person_id, p.name, p.registered_at is not null as registered, v.title, a.started_at, a.deadline,
                   a.submitted_at, a.passed, a.earned is null as waits
            from quiz.attempt a
            join quiz.quiz_version v on v.id = a.quiz_version_id
            join account.person p on p.id = a.person_id
            where a.kind = 'graded' and a.id < coalesce(cast(:before as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
              and (:all or a.submitted_at is null)
              and (cast(:person as uuid) is null or a.person_id = cast(:person as uuid))
            order by a.id desc limit :most
            """;
    private static final String OWNER = """
            select a.person_id, p.name, p.registered_at is not null as registered
            from quiz.attempt a join account.person p on p.id = a.person_id
            where a.id = :attempt and a.kind = 'graded'
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ZoneId zone;

    AttemptLists(Jdbi jdbi, Clock clock, PlatformConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.zone = config.zone();
    }

    /**
     * Whose attempt it is.
     *
     * @param name empty for a guest
     */
    record Owner(UUID personId, String name) {}

    /** @throws Problem.NotFound when there is no such attempt */
    Owner owner(UUID attemptId) {
        return jdbi.withHandle(handle -> handle.createQuery(OWNER)
                        .bind("attempt", attemptId)
                        .map((row, context) -> new Owner(row.getObject("person_id", UUID.class), name(row)))
                        .findOne())
                .orElseThrow(Problem::notFound);
    }

    /** One row more than a page has, when there are older ones. */
    List<AttemptList.Row> rows(boolean all, Optional<UUID> person, @Nullable UUID before, Locale locale) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery(ROWS)
                .bind("all", all)
                .bind("person", person.orElse(null))
                .bind("before", before)
                .bind("most", SIZE + 1)
                .map((row, context) -> row(row, now, locale))
                .list());
    }

    private AttemptList.Row row(ResultSet row, Instant now, Locale locale) throws SQLException {
        LocalText title = Json.read(row.getString("title"), LocalText.class);
        return new AttemptList.Row(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                name(row),
                title.in(locale),
                title.languageIn(locale),
                Dates.dateTime(row.getObject("started_at", OffsetDateTime.class).toInstant(), zone),
                Dates.dateTime(deadline(row), zone),
                state(row, now));
    }

    private static String state(ResultSet row, Instant now) throws SQLException {
        Instant deadline = deadline(row);
        if (row.getObject("submitted_at") != null) {
            return row.getBoolean("waits") ? "waits" : row.getBoolean("passed") ? "passed" : "failed";
        }
        return deadline == null || now.isBefore(deadline) ? "open" : "over";
    }

    private static @Nullable Instant deadline(ResultSet row) throws SQLException {
        OffsetDateTime deadline = row.getObject("deadline", OffsetDateTime.class);
        return deadline == null ? null : deadline.toInstant();
    }

    private static String name(ResultSet row) throws SQLException {
        return row.getBoolean("registered") ? Objects.requireNonNullElse(row.getString("name"), "") : "";
    }
}
