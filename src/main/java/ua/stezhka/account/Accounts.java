package ua.stezhka.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Languages;

/** Accounts for other modules: makes them by the same rules as the page of registration, shuts and opens them. */
@Singleton
public class Accounts {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Sessions sessions;
    private final Registrations registrations;
    private final RoleGrants grants;

    Accounts(Jdbi jdbi, Clock clock, Sessions sessions, Registrations registrations, RoleGrants grants) {
        this.jdbi = jdbi;
        this.clock = clock;
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

    /** Makes a person with a name and no way to sign in. @return false when there is one with this id */
    @Transactional
    public boolean addUnregistered(UUID personId, String name) {
        return update("""
                        insert into account.person (id, actor_id, name, created_at)
                        values (:id, gen_random_uuid(), :name, :now) on conflict (id) do nothing""", Map.of("id", personId, "name", name)) == 1;
    }

    /** A guest becomes a registered person who signs in without a password. */
    @Transactional
    public void register(UUID personId, String name) {
        update("""
                update account.person set name = :name, registered_at = :now
                where id = :id and registered_at is null and adopted_by is null""", Map.of("id", personId, "name", name));
    }

    /** Whether the person owns a second factor: sessions are asked for it. */
    @Transactional
    public void ownsSecondFactor(UUID personId, boolean owns) {
        update("""
                update account.person set second_factor_at = case when :owns then coalesce(second_factor_at, :now) end
                where id = :id""", Map.of("id", personId, "owns", owns));
    }

    /** Closes every door to a person. @return false when they were closed */
    @Transactional
    public boolean shut(UUID personId) {
        return update(
                        "update account.person set blocked_at = :now where id = :id and blocked_at is null",
                        Map.of("id", personId))
                == 1;
    }

    /** Opens the doors again; those of a merged account stay shut: it leads to another one. @return false when they were open */
    @Transactional
    public boolean open(UUID personId) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                                update account.person set blocked_at = null
                                where id = :id and blocked_at is not null and merged_at is null""").bind("id", personId).execute())
                == 1;
    }

    private int update(String statement, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.createUpdate(statement)
                .bind("now", clock.instant())
                .bindMap(values)
                .execute());
    }
}
