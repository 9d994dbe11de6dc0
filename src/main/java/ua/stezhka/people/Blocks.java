package ua.stezhka.people;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.RoleGrants;
import ua.stezhka.account.Sessions;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/** Shuts people out and lets them in again; ends their sessions. Each deed done twice is done once. */
@Singleton
class Blocks {
    static final Set<String> REASONS = Set.of("request", "stolen", "rules", "duplicate");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RoleGrants grants;
    private final AuditTrail audit;

    Blocks(Jdbi jdbi, Clock clock, Accounts accounts, Sessions sessions, RoleGrants grants, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.accounts = accounts;
        this.sessions = sessions;
        this.grants = grants;
        this.audit = audit;
    }

    /**
     * Closes every door to a person: sessions end, and what the person invited others to is void.
     *
     * @throws Problem.Conflict for oneself and for the last administrator
     */
    @Transactional
    void block(UUID personId, String reason, UUID by) {
        if (personId.equals(by)) {
            throw Problem.conflict("account.block_yourself");
        }
        grants.requireAnotherAdministrator(personId);
        if (accounts.shut(personId)) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into people.person_block (id, person_id, reason, blocked_at, blocked_by)
                            values (:block, :id, :reason, :now, :by)""")
                    .bind("id", personId)
                    .bind("block", Ids.next())
                    .bind("reason", reason)
                    .bind("now", clock.instant())
                    .bind("by", by)
                    .execute());
            sessions.endAll(personId, by);
            jdbi.useHandle(handle -> handle.createUpdate("delete from people.invitation where invited_by = :id")
                    .bind("id", personId)
                    .execute());
            audit.note(AuditNote.of("account.blocked").by(by).about(personId).with("reason", reason));
        }
    }

    /** Lets a person in again. A merged account stays shut: it leads to another one. */
    @Transactional
    void unblock(UUID personId, UUID by) {
        if (accounts.open(personId)) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            update people.person_block set ended_at = :now, ended_by = :by
                            where person_id = :id and ended_at is null""")
                    .bind("id", personId)
                    .bind("now", clock.instant())
                    .bind("by", by)
                    .execute());
            audit.note(AuditNote.of("account.unblocked").by(by).about(personId));
        }
    }

    /** Ends every session of a person, and what programs of theirs come in with. */
    @Transactional
    void endSessions(UUID personId, UUID by) {
        sessions.endAll(personId, by);
    }

    /** The block of an account that is no more is over; what keeps it shut is that it leads to another. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update people.person_block set ended_at = :now where person_id = :merged and ended_at is null")
                .bind("now", clock.instant())
                .bind("merged", merge.mergedId())
                .execute());
    }
}
