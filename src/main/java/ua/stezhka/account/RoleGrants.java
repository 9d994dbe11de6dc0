package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/** Who has which role where, and since when. Nothing is overwritten: a role that is taken away keeps its dates. */
@Singleton
public class RoleGrants {
    private static final RowMapper<RoleGrant> GRANT = (row, context) -> new RoleGrant(
            Role.of(row.getString("role")),
            new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getObject("scope_id", UUID.class)));

    private final Jdbi jdbi;
    private final Clock clock;
    private final Sessions sessions;
    private final AuditTrail audit;

    RoleGrants(Jdbi jdbi, Clock clock, Sessions sessions, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The roles a person has now. */
    public List<RoleGrant> of(UUID personId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select role, scope_kind, scope_id from account.role_grant
                        where person_id = :id and ended_at is null order by granted_at, role""").bind("id", personId).map(GRANT).list());
    }

    /** One living grant of a person. */
    public Optional<RoleGrant> find(UUID personId, UUID grantId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select role, scope_kind, scope_id from account.role_grant
                        where person_id = :person and id = :id and ended_at is null""")
                .bind("person", personId)
                .bind("id", grantId)
                .map(GRANT)
                .findOne());
    }

    /**
     * Gives a role; a second time changes nothing.
     *
     * @param by who gives it; null for the first start
     */
    @Transactional
    public void grant(UUID personId, RoleGrant grant, @Nullable UUID by) {
        int given = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into account.role_grant (id, person_id, role, scope_kind, scope_id, granted_at, granted_by)
                        values (:grantId, :id, :role, :kind, cast(:scopeId as uuid), :now, cast(:by as uuid))
                        on conflict (person_id, role, scope_kind, scope_id) where ended_at is null do nothing""")
                .bind("grantId", Ids.next())
                .bind("id", personId)
                .bind("role", grant.role().key())
                .bind("kind", grant.scope().kind().key())
                .bind("scopeId", grant.scope().id())
                .bind("now", clock.instant())
                .bind("by", by)
                .execute());
        if (given == 1) {
            sessions.changed();
            audit.note(noted("account.role_granted", personId, grant, by));
        }
    }

    /**
     * Takes a role away; a second time changes nothing.
     *
     * @throws Problem.Conflict when nobody would be left to administer
     */
    @Transactional
    public void end(UUID personId, RoleGrant grant, UUID by) {
        if (grant.role() == Role.ADMINISTRATOR && grant.scope().equals(Scope.EVERYWHERE)) {
            requireAnotherAdministrator(personId);
        }
        int ended = jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.role_grant set ended_at = :now, ended_by = :by
                        where person_id = :id and role = :role and scope_kind = :kind
                          and scope_id is not distinct from cast(:scopeId as uuid) and ended_at is null""")
                .bind("id", personId)
                .bind("role", grant.role().key())
                .bind("kind", grant.scope().kind().key())
                .bind("scopeId", grant.scope().id())
                .bind("now", clock.instant())
                .bind("by", by)
                .execute());
        if (ended == 1) {
            sessions.changed();
            audit.note(noted("account.role_ended", personId, grant, by));
        }
    }

    /**
     * Lets go on only when somebody else administers: two who take the role from each other at once wait for one another here.
     *
     * @throws Problem.Conflict when the person is the last one
     */
    @Transactional
    public void requireAnotherAdministrator(UUID personId) {
        List<UUID> administrators = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select g.person_id from account.role_grant g join account.person p on p.id = g.person_id
                        where g.role = 'administrator' and g.scope_kind = 'everywhere' and g.ended_at is null
                          and p.blocked_at is null
                        order by g.id for update of g""").mapTo(UUID.class).list());
        if (administrators.contains(personId) && administrators.size() == 1) {
            throw Problem.conflict("account.last_administrator");
        }
    }

    private static AuditNote noted(String action, UUID about, RoleGrant grant, @Nullable UUID by) {
        AuditNote note = AuditNote.of(action)
                .by(by)
                .about(about)
                .with("role", grant.role().key())
                .with("scope", grant.scope().kind().key());
        return Optional.ofNullable(grant.scope().id())
                .map(id -> note.with("scopeId", id.toString()))
                .orElse(note);
    }
}
