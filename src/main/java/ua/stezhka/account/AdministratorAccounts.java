package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import ua.stezhka.platform.Problem;

/** Makes the account of the first administrator: account, role and the used-up secret, all or nothing. */
@Singleton
class AdministratorAccounts {
    private final FirstAdministrator first;
    private final Registrations registrations;
    private final Sessions sessions;
    private final RoleGrants grants;

    AdministratorAccounts(FirstAdministrator first, Registrations registrations, Sessions sessions, RoleGrants grants) {
        this.first = first;
        this.registrations = registrations;
        this.sessions = sessions;
        this.grants = grants;
    }

    @Transactional
    NewSession createFirst(String code, NewAccount account) {
        if (!first.use(code)) {
            throw Problem.notFound();
        }
        SessionPerson person = registrations
                .register(Optional.empty(), account, registrations.hash(account.password()))
                .person();
        grants.grant(person.personId(), new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE), null);
        sessions.end(person.sessionId());
        return sessions.start(person.personId(), Way.PASSWORD);
    }
}
