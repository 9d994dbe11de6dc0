package ua.stezhka.account;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;

/**
 * People under 18: their year of birth, and what a guardian or the school agreed to for them. By the year alone somebody counts as
 * under 18 until the end of the year of the eighteenth birthday.
 */
@Singleton
public class Minors {
    /** The version of the text that guardians and schools agree to. */
    static final int TEXT_VERSION = 1;

    private static final int ADULT = 18;
    private static final int OLD_ENOUGH_TO_REGISTER = 14;
    private static final int OLDEST = 120;

    private final Jdbi jdbi;
    private final Clock clock;
    private final PlatformConfig config;
    private final Registrations registrations;
    private final AuditTrail audit;

    Minors(Jdbi jdbi, Clock clock, PlatformConfig config, Registrations registrations, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.registrations = registrations;
        this.audit = audit;
    }

    /**
     * What a guardian or a school agreed to.
     *
     * @param giver guardian or school
     * @param name  who it was: a parent's name, a school's name and document
     */
    public record Consent(String giver, String name, LocalDate givenOn) {}

    /** Whether the person is under 18. */
    public boolean minor(UUID personId) {
        return birthYear(personId).filter(this::underage).isPresent();
    }

    /** Whether somebody born in this year counts as under 18. */
    public boolean underage(int birthYear) {
        return thisYear() - birthYear <= ADULT;
    }

    public Optional<Integer> birthYear(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select birth_year from account.minor where person_id = :id")
                        .bind("id", personId)
                        .mapTo(Integer.class)
                        .findOne());
    }

    /** Notes the year of birth of somebody under 18; the last one said counts. */
    @Transactional
    public void state(UUID personId, int birthYear) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.minor (person_id, birth_year, stated_at) values (:id, :year, :now)
                        on conflict (person_id) do update set birth_year = excluded.birth_year, stated_at = excluded.stated_at""")
                .bind("id", personId)
                .bind("year", birthYear)
                .bind("now", clock.instant())
                .execute());
    }

    /** The living consents of guardians and school, the newest first. */
    public List<Consent> consents(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select giver, giver_name, given_on from account.minor_consent
                        where person_id = :id and withdrawn_at is null order by noted_at desc, id""")
                .bind("id", personId)
                .map((row, context) -> new Consent(
                        row.getString("giver"),
                        row.getString("giver_name"),
                        row.getObject("given_on", LocalDate.class)))
                .list());
    }

    /**
     * Writes down what a guardian or a school agreed to.
     *
     * @param byStaff who writes it down
     */
    @Transactional
    public void note(UUID personId, Consent consent, UUID byStaff) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.minor_consent
                            (id, person_id, giver, giver_name, text_version, given_on, noted_at, by_actor)
                        select :id, :person, :giver, :name, :version, :on, :now, (select actor_id from account.person where id = :staff)""")
                .bind("id", Ids.next())
                .bind("person", personId)
                .bind("giver", consent.giver())
                .bind("name", consent.name())
                .bind("version", TEXT_VERSION)
                .bind("on", consent.givenOn())
                .bind("now", clock.instant())
                .bind("staff", byStaff)
                .execute());
        audit.note(AuditNote.of("account.minor_consent_noted").about(personId).with("giver", consent.giver()));
    }

    /** Ends every consent given for the person. */
    @Transactional
    public void withdraw(UUID personId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.minor_consent set withdrawn_at = :now where person_id = :id and withdrawn_at is null")
                .bind("id", personId)
                .bind("now", clock.instant())
                .execute());
        audit.note(AuditNote.of("account.minor_consent_withdrawn").about(personId));
    }

    /**
     * Of two accounts the stricter counts: under 18 is who is under 18 in one of them, the later year of birth stays, and whoever took
     * the consents back for one account took them back for both.
     */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            with gone as (delete from account.minor where person_id = :merged returning *)
                            insert into account.minor as kept (person_id, birth_year, stated_at)
                            select :person, birth_year, stated_at from gone
                            on conflict (person_id) do update
                            set birth_year = excluded.birth_year, stated_at = excluded.stated_at
                            where kept.birth_year < excluded.birth_year""")
                    .bind("person", merge.personId())
                    .bind("merged", merge.mergedId())
                    .execute();
            handle.createUpdate("update account.minor_consent set person_id = :person where person_id = :merged")
                    .bind("person", merge.personId())
                    .bind("merged", merge.mergedId())
                    .execute();
            withdrawOlder(handle, merge.personId());
        });
    }

    private static void withdrawOlder(Handle handle, UUID personId) {
        handle.createUpdate("""
                        update account.minor_consent c set withdrawn_at = w.withdrawn_at
                        from (select max(withdrawn_at) as withdrawn_at from account.minor_consent where person_id = :id) w
                        where c.person_id = :id and c.withdrawn_at is null and c.noted_at <= w.withdrawn_at""").bind("id", personId).execute();
    }

    /**
     * Makes an account, and notes the year of birth of somebody under 18 with it.
     *
     * @param birthYear null for adults
     */
    @Transactional
    NewSession register(Optional<SessionPerson> guest, NewAccount account, String hash, @Nullable Integer birthYear) {
        NewSession session = registrations.register(guest, account, hash);
        if (birthYear != null) {
            state(session.person().personId(), birthYear);
        }
        return session;
    }

    /** What is wrong with a year of birth; empty when nothing is. */
    Optional<String> fault(@Nullable Integer year) {
        if (year == null || year > thisYear() || year < thisYear() - OLDEST) {
            return Optional.of("account.birth_year_missing");
        }
        return thisYear() - year < OLD_ENOUGH_TO_REGISTER
                ? Optional.of("account.too_young_to_register")
                : Optional.empty();
    }

    private int thisYear() {
        return clock.instant().atZone(config.zone()).getYear();
    }
}
