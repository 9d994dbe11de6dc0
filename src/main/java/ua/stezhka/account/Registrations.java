package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Makes accounts of guests and keeps their names and passwords. */
@Singleton
class Registrations {
    /** So long a second press of the same button may take on a slow line. */
    private static final Duration SECOND_PRESS = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final Event<PersonRegistered> registered;
    private final Event<PersonRenamed> renamed;
    private final AuditTrail audit;

    Registrations(
            Jdbi jdbi,
            Passwords passwords,
            Sessions sessions,
            Clock clock,
            Event<PersonRegistered> registered,
            Event<PersonRenamed> renamed,
            AuditTrail audit) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.registered = registered;
        this.renamed = renamed;
        this.audit = audit;
    }

    String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Gives the guest an account; all that the guest did stays. For a browser that is not known yet a person is made together
     * with the account, so a refusal leaves nothing behind.
     *
     * @return a new session in place of the guest's
     * @throws AccountTaken when somebody has this name or e-mail
     */
    @Transactional
    NewSession register(Optional<SessionPerson> guest, NewAccount account, String hash) {
        UUID guestId = guest.map(SessionPerson::personId).orElseGet(sessions::newGuest);
        try {
            write(guestId, account, hash);
        } catch (UnableToExecuteStatementException violated) {
            throw AccountTaken.of(violated);
        }
        guest.ifPresent(known -> sessions.end(known.sessionId()));
        NewSession session = sessions.start(guestId, Way.PASSWORD);
        registered.fire(new PersonRegistered(guestId, session.person().actorId(), account.name()));
        audit.note(AuditNote.of("account.registered").by(guestId).about(guestId));
        return session;
    }

    private void write(UUID guestId, NewAccount account, String hash) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update account.person set name = :name, registered_at = :now
                            where id = :id and registered_at is null and adopted_by is null""")
                    .bind("id", guestId)
                    .bind("name", account.name())
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate("""
                            insert into account.password
                                (person_id, login_name, login_key, email, email_key, hash, changed_at)
                            values (:id, :loginName, :loginKey, :email, :emailKey, :hash, :now)""")
                    .bind("id", guestId)
                    .bind("loginName", account.signInName())
                    .bind("loginKey", LoginName.key(account.signInName()))
                    .bind("email", account.email().isEmpty() ? null : account.email())
                    .bind("emailKey", account.email().isEmpty() ? null : LoginName.key(account.email()))
                    .bind("hash", hash)
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    /** Whether an account of this name and e-mail was made so lately that the same form may come from a second press of the button. */
    boolean hasJustMade(NewAccount account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from account.password w join account.person p on p.id = w.person_id
                            where w.login_key = :key and w.email_key is not distinct from cast(:emailKey as text)
                              and p.registered_at > :lately)""")
                .bind("key", LoginName.key(account.signInName()))
                .bind("emailKey", account.email().isEmpty() ? null : LoginName.key(account.email()))
                .bind("lately", clock.instant().minus(SECOND_PRESS))
                .mapTo(Boolean.class)
                .one());
    }

    /** Corrects a person's name; who keeps the name elsewhere hears of it. */
    @Transactional
    void rename(UUID personId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set name = :name where id = :id")
                .bind("id", personId)
                .bind("name", name)
                .execute());
        sessions.changed();
        renamed.fire(new PersonRenamed(personId, name));
        audit.note(AuditNote.of("account.renamed").about(personId));
    }

    /** Changes the password; every other session of the person ends. */
    @Transactional
    void changePassword(UUID personId, UUID staying, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.password set hash = :hash, changed_at = :now where person_id = :id")
                .bind("id", personId)
                .bind("hash", hash)
                .bind("now", clock.instant())
                .execute());
        sessions.endOthers(personId, staying);
        audit.note(AuditNote.of("account.password_changed").about(personId));
    }
}
