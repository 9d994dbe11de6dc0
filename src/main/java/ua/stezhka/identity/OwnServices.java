package ua.stezhka.identity;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Problem;

/** The services that vouch for one person, and an end to it: never to the last way in. */
@Singleton
class OwnServices {
    private final Jdbi jdbi;
    private final IdentityProviders services;
    private final AuditTrail audit;

    OwnServices(Jdbi jdbi, IdentityProviders services, AuditTrail audit) {
        this.jdbi = jdbi;
        this.services = services;
        this.audit = audit;
    }

    /**
     * A service that vouches for the person.
     *
     * @param only whether nothing else opens the account
     */
    record Joined(UUID id, String issuer, Instant joinedAt, boolean only) {}

    List<Joined> of(UUID personId) {
        return jdbi.withHandle(handle -> joined(handle, personId));
    }

    /**
     * From now on the service does not open the account.
     *
     * @throws Problem.NotFound when it does not vouch for the person
     * @throws Problem.Conflict when nothing else opens the account
     */
    @Transactional
    void part(UUID personId, UUID id) {
        Joined parted = jdbi.withHandle(handle -> {
            // Two services that are taken away at once would each think that the other one stays.
            handle.createQuery("select id from account.person where id = :person for update")
                    .bind("person", personId)
                    .mapTo(UUID.class)
                    .one();
            Joined found = joined(handle, personId).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            if (found.only()) {
                throw Problem.conflict("account.last_way_in");
            }
            handle.createUpdate("delete from identity.vouched_identity where id = :id")
                    .bind("id", id)
                    .execute();
            return found;
        });
        audit.note(AuditNote.of("account.service_parted").by(personId).with("issuer", parted.issuer()));
    }

    /** A service that is configured no more opens nothing, so it is no other way in. */
    private List<Joined> joined(Handle handle, UUID personId) {
        return handle.createQuery("""
                        select v.id, v.issuer, v.joined_at,
                               not exists (select from account.password w where w.person_id = v.person_id)
                               and not exists (select from identity.vouched_identity o
                                               where o.person_id = v.person_id and o.id <> v.id and o.issuer = any(:issuers)) as only
                        from identity.vouched_identity v where v.person_id = :person order by v.joined_at, v.id""")
                .bind("person", personId)
                .bindArray("issuers", String.class, services.issuers())
                .map((row, context) -> new Joined(
                        row.getObject("id", UUID.class),
                        row.getString("issuer"),
                        row.getTimestamp("joined_at").toInstant(),
                        row.getBoolean("only")))
                .list();
    }
}
