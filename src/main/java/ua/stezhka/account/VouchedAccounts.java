package ua.stezhka.account;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Makes accounts of people whom another service vouches for: they need no password here. */
@Singleton
class VouchedAccounts {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Sessions sessions;
    private final VouchedIdentities identities;
    private final Event<PersonRegistered> registered;

    VouchedAccounts(
            Jdbi jdbi,
            Clock clock,
            Sessions sessions,
            VouchedIdentities identities,
            Event<PersonRegistered> registered) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sessions = sessions;
        this.identities = identities;
        this.registered = registered;
    }

    /**
     * Gives the guest of this browser, or a new person, an account that the service opens; what the guest did stays.
     *
     * @param secret of the arrival
     */
    @Transactional
    NewSession register(Optional<SessionPerson> guest, String secret, String name) {
        UUID personId = guest.map(SessionPerson::personId).orElseGet(sessions::newGuest);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account.person set name = :name, registered_at = :now
                        where id = :id and registered_at is null and adopted_by is null""")
                .bind("id", personId)
                .bind("name", name)
                .bind("now", clock.instant())
                .execute());
        identities.join(secret, personId);
        guest.ifPresent(known -> sessions.end(known.sessionId()));
        NewSession session = sessions.start(personId, Way.OPENID);
        registered.fire(new PersonRegistered(personId, session.person().actorId(), name));
        return session;
    }
}
