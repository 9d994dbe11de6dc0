package ua.stezhka.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.NewSession;
import ua.stezhka.account.PersonRegistered;
import ua.stezhka.account.SessionPerson;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Way;

/** Makes accounts of people whom another service vouches for: they need no password here. */
@Singleton
class VouchedAccounts {
    private final Accounts accounts;
    private final Sessions sessions;
    private final VouchedIdentities identities;
    private final Event<PersonRegistered> registered;

    VouchedAccounts(
            Accounts accounts, Sessions sessions, VouchedIdentities identities, Event<PersonRegistered> registered) {
        this.accounts = accounts;
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
        accounts.register(personId, name);
        identities.join(secret, personId);
        guest.ifPresent(known -> sessions.end(known.sessionId()));
        NewSession session = sessions.start(personId, Way.OPENID);
        registered.fire(new PersonRegistered(personId, session.person().actorId(), name));
        return session;
    }
}
