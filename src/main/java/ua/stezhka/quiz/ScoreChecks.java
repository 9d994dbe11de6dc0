package ua.stezhka.quiz;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;

/** Checks every night that each score is the one that its log gives, on one node, and remembers what came out. */
@Singleton
class ScoreChecks {
    private static final Logger LOG = Logger.getLogger(ScoreChecks.class);
    private static final int MOST_TOLD = 50;
    private static final String BEGIN = """
            insert into quiz.score_check (id, ran_at, attempts, differing) values (:id, cast(:now as timestamptz), 0, '{}')
            on conflict (id) do nothing
            """;
    private static final String END = """
            insert into quiz.score_check as known (id, ran_at, attempts, differing)
            values (:id, cast(:now as timestamptz), :attempts, cast(:differing as uuid[]))
            on conflict (id) do update set ran_at = excluded.ran_at, attempts = excluded.attempts, differing = excluded.differing
            """;

    private final Jdbi jdbi;
    private final ScoreAudit audit;
    private final Clock clock;
    private final PlatformConfig config;

    ScoreChecks(Jdbi jdbi, ScoreAudit audit, Clock clock, PlatformConfig config) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /**
     * What a check found.
     *
     * @param differing the first of the attempts whose score is another one
     */
    record Outcome(Instant ranAt, long attempts, List<UUID> differing) {}

    @Scheduled(cron = "{stezhka.quiz.score-check}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everyNight() {
        checkOnceOn(clock.instant().atZone(config.zone()).toLocalDate());
    }

    /** The check of one night is named after its day: the node that writes the name first does it. */
    boolean checkOnceOn(LocalDate day) {
        UUID id = Ids.named("score-check/" + day);
        boolean first = jdbi.withHandle(handle -> handle.createUpdate(BEGIN)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
        if (first) {
            Outcome outcome = run(id);
            if (!outcome.differing.isEmpty()) {
                LOG.errorf("%d scores are not what their logs give", outcome.differing.size());
            }
        }
        return first;
    }

    Outcome checkNow() {
        return run(Ids.next());
    }

    /** What came out last. */
    Optional<Outcome> last() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select ran_at, attempts, differing from quiz.score_check order by ran_at desc limit 1")
                .map((row, context) -> outcome(row))
                .findOne());
    }

    private Outcome run(UUID id) {
        List<UUID> differing = new ArrayList<>();
        long attempts = audit.check(difference -> {
            if (differing.size() < MOST_TOLD) {
                differing.add(difference.attemptId());
            }
        });
        Outcome outcome = new Outcome(clock.instant(), attempts, List.copyOf(differing));
        jdbi.useHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                .createUpdate(END)
                .bind("id", id)
                .bind("now", outcome.ranAt)
                .bind("attempts", attempts)
                .bindArray("differing", UUID.class, differing)
                .execute());
        return outcome;
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject("ran_at", OffsetDateTime.class).toInstant(), row.getLong("attempts"), List.of((UUID[])
                        row.getArray("differing").getArray()));
    }
}
