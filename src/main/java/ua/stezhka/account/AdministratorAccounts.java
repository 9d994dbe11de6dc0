package ua.stezhka.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ua.stezhka.platform.Problem;

/** Makes the account of the first administrator: account, role and the used-up secret, all or nothing. */
@ApplicationScoped
class AdministratorAccounts {
    private final FirstAdministrator first;
    private final Registrations registrations;
    private final Sessions sessions;

    AdministratorAccounts(FirstAdministrator first, Registrations registrations, Sessions sessions) {
        this.first = first;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    @Transactional
    NewSession createFirst(String code, NewAccount account) {
        SessionPerson guest = sessions.startForNewGuest().person();
        if (!first.use(code)) {
            throw Problem.notFound();
        }
        registrations.register(guest.personId(), guest.sessionId(), account, registrations.hash(account.password()));
        registrations.grant(guest.personId(), Role.ADMINISTRATOR);
        return sessions.start(guest.personId());
    }
}
