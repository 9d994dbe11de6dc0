package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.LocalText;

/** Tells people which of their works are being read, and which have just been marked. */
@Singleton
public class OwnWorks {
    private static final Duration NEWS = Duration.ofDays(14);
    private static final String OF_PERSON = """
            select a.id, v.title, a.earned is null as waiting
            from quiz.attempt a join quiz.quiz_version v on v.id = a.quiz_version_id
            where a.person_id = :person and a.kind = 'graded' and a.submitted_at is not null
              and (a.earned is null or a.graded_at > a.submitted_at and a.graded_at > :lately)
            order by a.submitted_at desc limit 10
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    OwnWorks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The newest first. One statement. */
    public List<OwnWork> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PERSON)
                .bind("person", personId)
                .bind("lately", clock.instant().minus(NEWS))
                .map((row, context) -> new OwnWork(
                        row.getObject("id", UUID.class),
                        Json.read(row.getString("title"), LocalText.class),
                        row.getBoolean("waiting")))
                .list());
    }
}
