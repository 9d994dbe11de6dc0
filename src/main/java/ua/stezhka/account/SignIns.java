package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Lets people in by name (or e-mail) and password, and out. */
@Singleton
public class SignIns {
    private final Jdbi jdbi;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Event<GuestAdopted> adopted;

    SignIns(
            Jdbi jdbi,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            AuditTrail audit,
            Event<GuestAdopted> adopted) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.adopted = adopted;
    }

    /**
     * The person with this name (or e-mail) and password; empty when there is none.
     *
     * @throws ua.stezhka.platform.Problem.TooMany after many wrong passwords
     */
    public Optional<UUID> recognise(String loginName, String password, String address) {
        String key = LoginName.key(loginName);
        throttle.check(key, address);
        Optional<Kept> kept = find(key);
        boolean right =
                kept.isPresent() ? passwords.matches(password, kept.get().hash()) : passwords.matchesNobody(password);
        if (!right || kept.isEmpty() || kept.get().blocked()) {
            noteWait(throttle.failed(key, address), kept);
            return Optional.empty();
        }
        throttle.succeeded(key, address);
        if (passwords.outdated(kept.get().hash())) {
            rehash(kept.get().personId(), passwords.hash(password));
        }
        return Optional.of(kept.get().personId());
    }

    /** Ends the session. */
    @Transactional
    void signOut(SessionPerson person) {
        sessions.end(person.sessionId());
        if (person.registered()) {
            audit.note(AuditNote.of("account.signed_out").by(person.personId()));
        }
    }

    /** Once for each row of wrong passwords, when the first wait begins: whether the account exists makes no difference in time. */
    private void noteWait(boolean waitBegins, Optional<Kept> kept) {
        if (waitBegins) {
            audit.note(AuditNote.of("account.sign_in_slowed")
                    .about(kept.map(Kept::personId).orElse(null)));
        }
    }

    /** The name a person signs in with; the person's own name when there is no password. */
    public String signInName(UUID personId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select coalesce(w.login_name, p.name) from account.person p
                        left join account.password w on w.person_id = p.id where p.id = :id""").bind("id", personId).mapTo(String.class).one());
    }

    /** Whether this is the person's password; counts as a try. */
    public boolean confirms(UUID personId, String password, String address) {
        Optional<String> key = jdbi.withHandle(
                handle -> handle.createQuery("select login_key from account.password where person_id = :id")
                        .bind("id", personId)
                        .mapTo(String.class)
                        .findOne());
        return key.flatMap(login -> recognise(login, password, address))
                .filter(personId::equals)
                .isPresent();
    }

    /** Begins the person's session; a guest's progress in this browser becomes the person's. */
    @Transactional
    public NewSession signIn(UUID personId, Way way, Optional<SessionPerson> before) {
        NewSession session = sessions.start(personId, way);
        before.ifPresent(known -> {
            sessions.end(known.sessionId());
            if (known.way() == Way.GUEST) {
                adopt(known.personId(), session.person());
            }
        });
        audit.note(AuditNote.of("account.signed_in").by(personId).with("way", way.key()));
        return session;
    }

    /**
     * Gives what a guest did to the person. A second press finds a guest who is adopted or registered already: nothing is left to do.
     *
     * @return whether it was done now
     */
    @Transactional
    public boolean adopt(UUID guestId, SessionPerson person) {
        lock(person.personId());
        int changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        update account.person set adopted_by = :personId
                        where id = :guestId and registered_at is null and adopted_by is null""")
                .bind("guestId", guestId)
                .bind("personId", person.personId())
                .execute());
        if (changed == 1) {
            adopted.fire(new GuestAdopted(guestId, person.personId(), person.actorId()));
        }
        return changed == 1;
    }

    /** Two browsers that sign in at once bring their guests one after the other. */
    private void lock(UUID personId) {
        jdbi.useHandle(handle -> handle.createQuery("select id from account.person where id = :id for no key update")
                .bind("id", personId)
                .mapTo(UUID.class)
                .one());
    }

    private Optional<Kept> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.person_id, w.hash, p.blocked_at is not null as blocked
                        from account.password w join account.person p on p.id = w.person_id
                        where w.login_key = :key or w.email_key = :key
                        order by w.login_key = :key desc limit 1""")
                .bind("key", key)
                .map((row, context) -> new Kept(
                        row.getObject("person_id", UUID.class), row.getString("hash"), row.getBoolean("blocked")))
                .findOne());
    }

    @Transactional
    void rehash(UUID personId, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate("update account.password set hash = :hash where person_id = :id")
                .bind("id", personId)
                .bind("hash", hash)
                .execute());
    }

    private record Kept(UUID personId, String hash, boolean blocked) {}
}
