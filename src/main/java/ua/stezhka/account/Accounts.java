package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Languages;

/** Makes accounts for other modules, by the same rules as the page of registration. */
@Singleton
public class Accounts {
    private final Jdbi jdbi;
    private final Sessions sessions;
    private final Registrations registrations;
    private final RoleGrants grants;

    Accounts(Jdbi jdbi, Sessions sessions, Registrations registrations, RoleGrants grants) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.registrations = registrations;
        this.grants = grants;
    }

    /** Whether anybody has an account yet. */
    public boolean none() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select not exists (select from account.person where registered_at is not null)")
                .mapTo(Boolean.class)
                .one());
    }

    /** The person who signs in with this name. */
    public Optional<UUID> find(String loginName) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select person_id from account.password where login_key = :key")
                        .bind("key", LoginName.key(loginName))
                        .mapTo(UUID.class)
                        .findOne());
    }

    /**
     * Makes an account.
     *
     * @param loginName the name to sign in with; empty = the same name
     * @throws IllegalArgumentException when name or password are not good enough
     */
    @Transactional
    public PersonRegistered create(String name, String loginName, String password) {
        NewAccount account = new NewAccount(name, loginName, password, "");
        Faults faults = account.check(new Faults(Languages.EN));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + faults.getLines());
        }
        SessionPerson person = registrations
                .register(Optional.empty(), account, registrations.hash(password))
                .person();
        sessions.end(person.sessionId());
        return new PersonRegistered(person.personId(), person.actorId(), account.name());
    }

    /** Gives a person a role; a second time changes nothing. */
    public void grant(UUID personId, RoleGrant grant) {
        grants.grant(personId, grant, null);
    }

    /** Notes that the person came back, as signing in does. */
    @Transactional
    public void visit(UUID personId) {
        sessions.end(sessions.start(personId, Way.PASSWORD).person().sessionId());
    }
}
