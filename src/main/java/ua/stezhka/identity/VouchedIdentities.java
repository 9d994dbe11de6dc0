package ua.stezhka.identity;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.account.Secrets;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;

/** By which names other services know our people, and who has just come from there without an account. */
@Singleton
class VouchedIdentities {
    static final Duration ARRIVAL_LASTS = Duration.ofMinutes(15);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;

    VouchedIdentities(Jdbi jdbi, Clock clock, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * An account that a service’s name for a person opens.
     *
     * @param blocked whether it is closed to everybody
     */
    record Owner(UUID personId, boolean blocked) {}

    Optional<Owner> owner(VouchedPerson vouched) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.blocked_at is not null as blocked
                        from identity.vouched_identity v join account.person p on p.id = v.person_id
                        where v.issuer = :issuer and v.subject = :subject""")
                .bind("issuer", vouched.issuer())
                .bind("subject", vouched.subject())
                .map((row, context) -> new Owner(row.getObject("id", UUID.class), row.getBoolean("blocked")))
                .findOne());
    }

    /** Remembers for some minutes who came. @return the secret that the browser keeps meanwhile */
    @Transactional
    String arrive(VouchedPerson vouched, String next) {
        String secret = Secrets.next();
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from identity.vouched_arrival where arrived_at < :old")
                    .bind("old", clock.instant().minus(ARRIVAL_LASTS))
                    .execute();
            handle.createUpdate("""
                            insert into identity.vouched_arrival (id, secret_hash, issuer, subject, name, next, arrived_at)
                            values (:id, :hash, :issuer, :subject, :name, :next, :now)""")
                    .bind("id", Ids.next())
                    .bind("hash", Throttle.hash(secret))
                    .bind("issuer", vouched.issuer())
                    .bind("subject", vouched.subject())
                    .bind("name", vouched.name())
                    .bind("next", next)
                    .bind("now", clock.instant())
                    .execute();
        });
        return secret;
    }

    /** Who came, and where they want to go. */
    record Arrival(VouchedPerson vouched, String next) {}

    Optional<Arrival> arrival(String secret) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select issuer, subject, name, next from identity.vouched_arrival
                        where secret_hash = :hash and arrived_at >= :old""")
                .bind("hash", Throttle.hash(secret))
                .bind("old", clock.instant().minus(ARRIVAL_LASTS))
                .map((row, context) -> new Arrival(
                        new VouchedPerson(row.getString("issuer"), row.getString("subject"), row.getString("name")),
                        row.getString("next")))
                .findOne());
    }

    /**
     * From now on the service opens this account; an arrival is used once.
     *
     * @throws Problem.NotFound when nobody came with this secret
     * @throws Problem.Conflict when the service opens an account already
     */
    @Transactional
    void join(String secret, UUID personId) {
        VouchedPerson vouched = arrival(secret).orElseThrow(Problem::notFound).vouched();
        try {
            jdbi.useHandle(handle -> {
                handle.createUpdate("delete from identity.vouched_arrival where secret_hash = :hash")
                        .bind("hash", Throttle.hash(secret))
                        .execute();
                handle.createUpdate("""
                                insert into identity.vouched_identity (id, person_id, issuer, subject, joined_at)
                                values (:id, :person, :issuer, :subject, :now)""")
                        .bind("id", Ids.next())
                        .bind("person", personId)
                        .bind("issuer", vouched.issuer())
                        .bind("subject", vouched.subject())
                        .bind("now", clock.instant())
                        .execute();
            });
        } catch (UnableToExecuteStatementException taken) {
            throw Problem.conflict("account.identity_opens_one_account");
        }
        audit.note(AuditNote.of("account.service_joined").by(personId).with("issuer", vouched.issuer()));
    }

    /** Services that opened a merged account open the one that goes on. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update identity.vouched_identity set person_id = :person where person_id = :merged")
                .bind("person", merge.personId())
                .bind("merged", merge.mergedId())
                .execute());
    }
}
