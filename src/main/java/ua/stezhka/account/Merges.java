package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Problem;

/** Makes one account of two that belong to the same person, all or nothing. */
@Singleton
class Merges {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Sessions sessions;
    private final RoleGrants grants;
    private final AuditTrail audit;
    private final Event<MergeForeseen> foreseen;
    private final Event<PersonMerged> merged;

    Merges(
            Jdbi jdbi,
            Clock clock,
            Sessions sessions,
            RoleGrants grants,
            AuditTrail audit,
            Event<MergeForeseen> foreseen,
            Event<PersonMerged> merged) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sessions = sessions;
        this.grants = grants;
        this.audit = audit;
        this.foreseen = foreseen;
        this.merged = merged;
    }

    /** What each of the two accounts holds. */
    List<MergeForeseen.Line> foresee(UUID mergedId, UUID personId) {
        List<MergeForeseen.Line> lines = new ArrayList<>();
        foreseen.fire(new MergeForeseen(mergedId, personId, lines::add));
        return lines;
    }

    /** What will happen, as keys of texts, in the order in which it is told. */
    List<String> effects(UUID mergedId, UUID personId) {
        return jdbi.withHandle(handle -> MergeEffects.of(handle, clock.instant(), mergedId, personId));
    }

    /**
     * Merges one account into the other: what was done, roles, and the e-mail or the whole sign-in if the other has none.
     *
     * @throws Problem.Conflict for the own account, an account with itself, and one that is merged already or blocked
     */
    @Transactional
    void merge(UUID mergedId, UUID personId, UUID by) {
        requireTwo(mergedId, personId, by);
        UUID actorId = jdbi.withHandle(handle -> actorOf(handle, personId));
        for (RoleGrant grant : grants.of(mergedId)) {
            grants.grant(personId, grant, by);
            grants.end(mergedId, grant, by);
        }
        merged.fire(new PersonMerged(mergedId, personId, actorId, by));
        jdbi.useHandle(handle -> {
            moveSignIn(handle, mergedId, personId);
            lead(handle, mergedId, personId);
        });
        sessions.endAll(mergedId, by);
        audit.note(AuditNote.of("account.merged")
                .by(by)
                .about(personId)
                .with(
                        "merged",
                        jdbi.withHandle(handle -> actorOf(handle, mergedId)).toString()));
    }

    private void requireTwo(UUID mergedId, UUID personId, UUID by) {
        if (mergedId.equals(by)) {
            throw Problem.conflict("account.merge_yourself");
        }
        List<UUID> living = jdbi.withHandle(handle -> handle.createQuery("""
                        select id from account.person
                        where id in (:merged, :person) and registered_at is not null and merged_at is null
                          and (id = :merged or blocked_at is null)
                        order by id for update""")
                .bind("merged", mergedId)
                .bind("person", personId)
                .mapTo(UUID.class)
                .list());
        if (living.size() != 2) {
            throw Problem.conflict("account.merge_impossible");
        }
    }

    private static UUID actorOf(Handle handle, UUID personId) {
        return handle.createQuery("select actor_id from account.person where id = :id")
                .bind("id", personId)
                .mapTo(UUID.class)
                .one();
    }

    private static void moveSignIn(Handle handle, UUID mergedId, UUID personId) {
        int moved = run(handle, """
                update account.password set person_id = :person
                where person_id = :merged and not exists (select from account.password where person_id = :person)""", mergedId, personId);
        if (moved == 0) {
            // One statement would see both rows with the e-mail, which is unique.
            handle.createQuery("delete from account.password where person_id = :merged returning email, email_key")
                    .bind("merged", mergedId)
                    .map((row, context) -> new String[] {row.getString("email"), row.getString("email_key")})
                    .findOne()
                    .filter(email -> email[0] != null)
                    .ifPresent(email -> handle.createUpdate("""
                                    update account.password set email = :email, email_key = :key
                                    where person_id = :person and email is null""")
                            .bind("email", email[0])
                            .bind("key", email[1])
                            .bind("person", personId)
                            .execute());
        }
    }

    private void lead(Handle handle, UUID mergedId, UUID personId) {
        run(handle, "update account.person set adopted_by = :person where adopted_by = :merged", mergedId, personId);
        run(
                handle,
                "update account.invitation set invited_by = :person where invited_by = :merged",
                mergedId,
                personId);
        handle.createUpdate("""
                        with opened as (
                            update account.person_block set ended_at = :now where person_id = :merged and ended_at is null),
                        forgotten as (delete from account.people_import where made_by = :merged)
                        update account.person
                        set name = '—', adopted_by = :person, merged_at = :now, blocked_at = coalesce(blocked_at, :now)
                        where id = :merged""")
                .bind("now", clock.instant())
                .bind("merged", mergedId)
                .bind("person", personId)
                .execute();
    }

    private static int run(Handle handle, String statement, UUID mergedId, UUID personId) {
        return handle.createUpdate(statement)
                .bind("merged", mergedId)
                .bind("person", personId)
                .execute();
    }
}
