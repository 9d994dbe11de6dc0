package ua.stezhka.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import ua.stezhka.platform.Faults;

/** Makes accounts of guests and keeps their names and passwords. */
@ApplicationScoped
class Registrations {
    private final Jdbi jdbi;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final Event<PersonRegistered> registered;
    private final Event<PersonRenamed> renamed;

    Registrations(
            Jdbi jdbi,
            Passwords passwords,
            Sessions sessions,
            Clock clock,
            Event<PersonRegistered> registered,
            Event<PersonRenamed> renamed) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.registered = registered;
        this.renamed = renamed;
    }

    String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Gives the guest an account; all that the guest did stays. The caller's transaction is undone by
     * {@link UnableToExecuteStatementException}, see {@link #explain}.
     *
     * @return a new session in place of the guest's
     */
    @Transactional
    NewSession register(UUID guestId, @Nullable UUID guestSession, NewAccount account, String hash) {
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
        if (guestSession != null) {
            sessions.end(guestSession);
        }
        NewSession session = sessions.start(guestId);
        registered.fire(new PersonRegistered(guestId, session.person().actorId(), account.name()));
        return session;
    }

    @Transactional
    void grant(UUID personId, Role role) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.person_role (person_id, role, granted_at) values (:id, :role, :now)
                        on conflict on constraint one_grant_of_a_role_a_person do nothing""")
                .bind("id", personId)
                .bind("role", role.key())
                .bind("now", clock.instant())
                .execute());
    }

    /** Corrects a person's name; who keeps the name elsewhere hears of it. */
    @Transactional
    void rename(UUID personId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set name = :name where id = :id")
                .bind("id", personId)
                .bind("name", name)
                .execute());
        renamed.fire(new PersonRenamed(personId, name));
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
    }

    /** Turns a violated rule of the database into a fault of the form; anything else goes on as it is. */
    static Faults explain(UnableToExecuteStatementException failure, Faults faults) {
        switch (constraintOf(failure)) {
            case "login_name_taken" -> faults.add("loginName", "account.login_name_taken");
            case "email_taken" -> faults.add("email", "account.email_taken");
            default -> throw failure;
        }
        return faults;
    }

    private static String constraintOf(UnableToExecuteStatementException failure) {
        if (failure.getCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
            ServerErrorMessage message = sql.getServerErrorMessage();
            return message.getConstraint() == null ? "" : message.getConstraint();
        }
        return failure.getCause() instanceof SQLException other ? String.valueOf(other.getSQLState()) : "";
    }
}
