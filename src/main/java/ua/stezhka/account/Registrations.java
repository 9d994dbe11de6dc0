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
public class Registrations {
    /** So long a second press of the same button may take on a slow line. */
    private static final Duration SECOND_PRESS = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final Emails emails;
    private final AuditTrail audit;
    private final Event<Object> events;

    Registrations(
            Jdbi jdbi,
            Passwords passwords,
            Sessions sessions,
            Clock clock,
            Emails emails,
            AuditTrail audit,
            Event<Object> events) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.emails = emails;
        this.audit = audit;
        this.events = events;
    }

    public String hash(String password) {
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
    public NewSession register(Optional<SessionPerson> guest, NewAccount account, String hash) {
        UUID guestId = guest.map(SessionPerson::personId).orElseGet(sessions::newGuest);
        try {
            write(guestId, account, emails.mustBeConfirmed() ? "" : account.email(), hash);
        } catch (UnableToExecuteStatementException violated) {
            throw AccountTaken.of(violated);
        }
        if (emails.mustBeConfirmed() && !account.email().isEmpty()) {
            emails.wish(guestId, account.email());
        }
        guest.ifPresent(known -> sessions.end(known.sessionId()));
        NewSession session = sessions.start(guestId, Way.PASSWORD);
        events.fire(new PersonRegistered(guestId, session.person().actorId(), account.name()));
        audit.note(AuditNote.of("account.registered").by(guestId).about(guestId));
        return session;
    }

    private void write(UUID guestId, NewAccount account, String email, String hash) {
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
                    .bind("email", email.isEmpty() ? null : email)
                    .bind("emailKey", email.isEmpty() ? null : LoginName.key(email))
                    .bind("hash", hash)
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    /** Whether an account of this name and e-mail was made so lately that the same form may come from a second press of the button. */
    public boolean hasJustMade(NewAccount account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from account.password w join account.person p on p.id = w.person_id
                            left join account.email_wish e on e.person_id = p.id
                            where w.login_key = :key
                              and coalesce(e.email_key, w.email_key) is not distinct from cast(:emailKey as text)
                              and p.registered_at > :lately)""")
                .bind("key", LoginName.key(account.signInName()))
                .bind("emailKey", account.email().isEmpty() ? null : LoginName.key(account.email()))
                .bind("lately", clock.instant().minus(SECOND_PRESS))
                .mapTo(Boolean.class)
                .one());
    }

    /** Corrects a person's name; who keeps the name elsewhere hears of it. */
    @Transactional
    public void rename(UUID personId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set name = :name where id = :id")
                .bind("id", personId)
                .bind("name", name)
                .execute());
        sessions.changed();
        events.fire(new PersonRenamed(personId, name));
        audit.note(AuditNote.of("account.renamed").about(personId));
    }

    /** Changes the password; every other session of the person ends. */
    @Transactional
    void changePassword(UUID personId, UUID staying, String hash) {
        write(personId, staying, hash, false);
    }

    /** Sets a password without the old one, by a link from a letter; every other session of the person ends. */
    @Transactional
    void setPassword(UUID personId, UUID staying, String hash) {
        write(personId, staying, hash, true);
    }

    private void write(UUID personId, UUID staying, String hash, boolean byLink) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.password set hash = :hash, changed_at = :now where person_id = :id")
                .bind("id", personId)
                .bind("hash", hash)
                .bind("now", clock.instant())
                .execute());
        sessions.endOthers(personId, staying);
        events.fire(new PasswordChanged(personId, byLink));
    }

    /** Whether this person has an account, or had one that leads to another now. */
    public boolean registered(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select registered_at is not null from account.person where id = :id")
                        .bind("id", personId)
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false));
    }
}
