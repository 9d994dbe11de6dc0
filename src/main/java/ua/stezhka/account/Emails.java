package ua.stezhka.account;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of accounts. A new one counts when its owner has pressed the button in a letter; the old one is told of every change.
 * Where no mail server is set up an address is only another name to sign in with, and counts at once. Source: ASVS 5.0, 6.3.7, 7.5.1.
 */
@Singleton
class Emails {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AccountLetters letters;
    private final EmailLinks links;
    private final AuditTrail audit;

    Emails(Jdbi jdbi, Clock clock, AccountLetters letters, EmailLinks links, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.letters = letters;
        this.links = links;
        this.audit = audit;
    }

    /**
     * The address of an account.
     *
     * @param wished what waits for the button in a letter
     */
    record State(
            @Nullable String email,
            boolean confirmed,
            @Nullable String wished) {}

    State of(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.email, w.email_confirmed_at is not null as confirmed, e.email as wished
                        from account.password w left join account.email_wish e on e.person_id = w.person_id
                        where w.person_id = :id""")
                .bind("id", personId)
                .map((row, context) ->
                        new State(row.getString("email"), row.getBoolean("confirmed"), row.getString("wished")))
                .findOne()
                .orElseGet(() -> new State(null, false, null)));
    }

    /** Whether an address that somebody types must be confirmed before it counts. */
    boolean mustBeConfirmed() {
        return letters.work();
    }

    /**
     * Somebody wants this address for the account. Whether another account has it shows neither in the answer nor in what is done.
     *
     * @throws AccountTaken where no letters are sent, and another account has it
     */
    @Transactional
    void wish(UUID personId, String email) {
        if (!letters.work()) {
            changeAtOnce(personId, email);
            return;
        }
        String key = LoginName.key(email);
        boolean taken = jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            insert into account.email_wish (person_id, email, email_key, wished_at)
                            values (:id, :email, :key, :now)
                            on conflict on constraint one_email_wish_a_person
                                do update set email = :email, email_key = :key, wished_at = :now""")
                    .bind("id", personId)
                    .bind("email", email)
                    .bind("key", key)
                    .bind("now", clock.instant())
                    .execute();
            return isConfirmedElsewhere(handle, personId, key);
        });
        if (taken) {
            letters.taken(email);
        } else {
            letters.confirmation(personId, email);
        }
    }

    private static boolean isConfirmedElsewhere(Handle handle, UUID personId, String key) {
        return handle.createQuery("""
                        select exists (select from account.password
                                       where email_key = :key and person_id <> :id and email_confirmed_at is not null)""")
                .bind("key", key)
                .bind("id", personId)
                .mapTo(Boolean.class)
                .one();
    }

    private void changeAtOnce(UUID personId, String email) {
        try {
            write(personId, email, false);
        } catch (UnableToExecuteStatementException violated) {
            throw AccountTaken.of(violated);
        }
        audit.note(AuditNote.of("account.email_changed").about(personId).with("confirmed", "false"));
    }

    /**
     * The owner has pressed the button in the letter: from now on the address counts. Who had typed it without confirming it loses it.
     *
     * @return whether the link was still good
     */
    @Transactional
    boolean confirm(String secret) {
        Optional<EmailLinks.Used> used = links.use(secret, EmailLinks.Purpose.CONFIRMATION);
        Optional<State> known = used.map(link -> of(link.personId()));
        // The link proves the address that its letter went to, and the wish may be another one by now.
        Optional<String> wished = known.map(State::wished)
                .filter(email -> LoginName.key(email).equals(used.orElseThrow().emailKey()));
        if (wished.isEmpty()) {
            return false;
        }
        UUID id = used.orElseThrow().personId();
        State old = known.orElseThrow();
        links.end(id);
        try {
            takeFromUnconfirmed(id, LoginName.key(wished.get()));
            write(id, wished.get(), true);
        } catch (UnableToExecuteStatementException violated) {
            throw AccountTaken.of(violated);
        }
        tell(id, old, wished.get());
        audit.note(AuditNote.of("account.email_changed").by(id).about(id).with("confirmed", "true"));
        return true;
    }

    private void takeFromUnconfirmed(UUID personId, String key) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update account.password set email = null, email_key = null
                        where email_key = :key and person_id <> :id and email_confirmed_at is null""").bind("key", key).bind("id", personId).execute());
    }

    /** Takes the address, and what waits to become it, out of the account. */
    @Transactional
    void remove(UUID personId) {
        State old = of(personId);
        links.end(personId);
        write(personId, null, false);
        tell(personId, old, "");
        audit.note(AuditNote.of("account.email_removed").about(personId));
    }

    private void write(UUID personId, @Nullable String email, boolean confirmed) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update account.password
                            set email = :email, email_key = :key, email_confirmed_at = cast(:confirmedAt as timestamptz)
                            where person_id = :id""")
                    .bind("id", personId)
                    .bind("email", email)
                    .bind("key", email == null ? null : LoginName.key(email))
                    .bind("confirmedAt", confirmed ? clock.instant() : null)
                    .execute();
            handle.createUpdate("delete from account.email_wish where person_id = :id")
                    .bind("id", personId)
                    .execute();
        });
    }

    private void tell(UUID personId, State old, String now) {
        if (old.email() != null
                && old.confirmed()
                && !LoginName.key(old.email()).equals(LoginName.key(now))) {
            letters.emailChanged(personId, old.email());
        }
    }

    /** What a merged account wished goes with it; its address itself goes over with the sign-in. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from account.email_wish where person_id = :merged")
                .bind("merged", merge.mergedId())
                .execute());
    }

    void tell(@Observes PasswordChanged change) {
        State state = of(change.personId());
        if (state.email() != null && state.confirmed()) {
            letters.passwordChanged(change.personId(), state.email());
        }
        audit.note(AuditNote.of("account.password_changed")
                .about(change.personId())
                .with("way", change.byLink() ? "link" : "password"));
    }
}
