package ua.stezhka.bank;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Ids;
import ua.stezhka.quiz.Regrades;
import ua.stezhka.quiz.ScoreChange;

/** Grades submitted attempts anew by a corrected key, and remembers why and what it did. */
@Singleton
class Regradings {
    private static final String WRITE = """
            insert into bank.regrading (id, question_version_id, reason, lowers, attempts, raised, lowered, passed, failed, person_id, done_at)
            values (:id, :version, :reason, :lowers, :attempts, :raised, :lowered, :passed, :failed, :person, :now)
            """;

    private final Jdbi jdbi;
    private final Regrades regrades;
    private final AuditTrail audit;
    private final Clock clock;

    Regradings(Jdbi jdbi, Regrades regrades, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.regrades = regrades;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many attempts go which way. */
    record Sums(int attempts, int raised, int lowered, int passed, int failed) {
        static Sums of(List<ScoreChange> changes) {
            return new Sums(
                    changes.size(),
                    (int) changes.stream().filter(ScoreChange::raises).count(),
                    (int) changes.stream().filter(ScoreChange::lowers).count(),
                    (int) changes.stream().filter(ScoreChange::newlyPasses).count(),
                    (int) changes.stream().filter(ScoreChange::losesThePass).count());
        }
    }

    Regrades.Preview preview(UUID versionId) {
        return regrades.preview(versionId);
    }

    /** All or nothing: scores, logs, certificates of those who pass now, the note of it and the audit trail. */
    @Transactional
    Sums apply(UUID versionId, boolean lowers, String reason, UUID by) {
        Sums sums = Sums.of(regrades.apply(versionId, lowers));
        jdbi.useHandle(handle -> handle.createUpdate(WRITE)
                .bind("id", Ids.next())
                .bind("version", versionId)
                .bind("reason", reason)
                .bind("lowers", lowers)
                .bind("attempts", sums.attempts)
                .bind("raised", sums.raised)
                .bind("lowered", sums.lowered)
                .bind("passed", sums.passed)
                .bind("failed", sums.failed)
                .bind("person", by)
                .bind("now", clock.instant())
                .execute());
        audit.note(AuditNote.of("bank.regraded")
                .by(by)
                .with("version", versionId.toString())
                .with("raised", Integer.toString(sums.raised))
                .with("lowered", Integer.toString(sums.lowered)));
        return sums;
    }

    /** Names of people; guests have none. One statement. */
    Map<UUID, String> names(Collection<UUID> people) {
        Map<UUID, String> names = new HashMap<>();
        jdbi.useHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                .createQuery(
                        "select id, name from account.person where id = any(:people) and registered_at is not null")
                .bindArray("people", UUID.class, List.copyOf(people))
                .map((row, context) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list());
        return names;
    }
}
