package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Problem;

/** The sessions of one person, for that person: where they are used, and an end to any of them. */
@Singleton
class OwnSessions {
    private final Jdbi jdbi;
    private final Clock clock;
    private final SessionRows rows;
    private final Sessions sessions;
    private final AuditTrail audit;

    OwnSessions(Jdbi jdbi, Clock clock, SessionRows rows, Sessions sessions, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * A session that lives.
     *
     * @param seenAt when it was last used, give or take the minutes that an access token opens
     */
    record Living(UUID id, Way way, Device device, Instant startedAt, Instant seenAt) {}

    /** The sessions that live, last used first. */
    List<Living> of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, way, browser, device, started_at, seen_at from account.session
                        where person_id = :personId and ended_at is null and expires_at > :now and lapses_at > :now
                        order by seen_at desc, id desc""")
                .bind("personId", personId)
                .bind("now", clock.instant())
                .map((row, context) -> living(row))
                .list());
    }

    /** Ends a session. @throws Problem.NotFound when this person has no such session */
    @Transactional
    void end(UUID personId, UUID sessionId) {
        int ended = jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.session set ended_at = :now
                        where id = :id and person_id = :personId and ended_at is null and expires_at > :now and lapses_at > :now""")
                .bind("id", sessionId)
                .bind("personId", personId)
                .bind("now", clock.instant())
                .execute());
        if (ended == 0) {
            throw Problem.notFound();
        }
        sessions.changed();
        note(personId, ended);
    }

    /** Ends all sessions but this one. */
    @Transactional
    void endOthers(UUID personId, UUID staying) {
        int ended = rows.endAllBut(personId, staying);
        if (ended > 0) {
            sessions.changed();
            note(personId, ended);
        }
    }

    private void note(UUID personId, int ended) {
        audit.note(AuditNote.of("account.sessions_ended")
                .by(personId)
                .about(personId)
                .with("sessions", Integer.toString(ended)));
    }

    private static Living living(ResultSet row) throws SQLException {
        return new Living(
                row.getObject("id", UUID.class),
                Way.of(row.getString("way")),
                new Device(row.getString("browser"), Device.Kind.of(row.getString("device"))),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }
}
