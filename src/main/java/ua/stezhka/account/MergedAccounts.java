package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The accounts themselves when two become one: the one that is no more leads to the one that goes on. */
@Singleton
public class MergedAccounts {
    private final Jdbi jdbi;
    private final Clock clock;

    MergedAccounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Lets nobody else change the two until the transaction ends. @return whether both are there to be merged */
    @Transactional
    public boolean lock(UUID mergedId, UUID personId) {
        List<UUID> living = jdbi.withHandle(handle -> handle.createQuery("""
                        select id from account.person
                        where id in (:merged, :person) and registered_at is not null and merged_at is null
                          and (id = :merged or blocked_at is null)
                        order by id for update""")
                .bind("merged", mergedId)
                .bind("person", personId)
                .mapTo(UUID.class)
                .list());
        return living.size() == 2;
    }

    /** The pseudonym of a person. */
    public UUID actorOf(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select actor_id from account.person where id = :id")
                .bind("id", personId)
                .mapTo(UUID.class)
                .one());
    }

    /** The e-mail, or the whole sign-in if the other has none, goes over; the merged account is shut and leads to the other. */
    @Transactional
    public void lead(UUID mergedId, UUID personId) {
        jdbi.useHandle(handle -> {
            moveSignIn(handle, mergedId, personId);
            run(
                    handle,
                    "update account.person set adopted_by = :person where adopted_by = :merged",
                    mergedId,
                    personId);
            handle.createUpdate("""
                            update account.person
                            set name = '—', adopted_by = :person, merged_at = :now, blocked_at = coalesce(blocked_at, :now)
                            where id = :merged""")
                    .bind("now", clock.instant())
                    .bind("merged", mergedId)
                    .bind("person", personId)
                    .execute();
        });
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

    private static int run(Handle handle, String statement, UUID mergedId, UUID personId) {
        return handle.createUpdate(statement)
                .bind("merged", mergedId)
                .bind("person", personId)
                .execute();
    }
}
