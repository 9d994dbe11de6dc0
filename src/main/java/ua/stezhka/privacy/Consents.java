package ua.stezhka.privacy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Ids;

/** Who agrees to what. The latest entry of the log counts, and only for the text that is asked now. */
@Singleton
public class Consents {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail audit;

    Consents(Jdbi jdbi, Clock clock, AuditTrail audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** The latest that a person said about a purpose. */
    record Said(Purpose purpose, int version, boolean given, Instant at) {
        boolean counts() {
            return given && version == purpose.version();
        }

        /** Agreed to an older text: the new one is not agreed to until the person says so. */
        boolean outdated() {
            return given && version < purpose.version();
        }
    }

    /** Whether the person agrees to this purpose as it is worded now. */
    public boolean has(UUID personId, Purpose purpose) {
        Said said = of(personId).get(purpose);
        return said != null && said.counts();
    }

    Map<Purpose, Said> of(UUID personId) {
        Map<Purpose, Said> said = new EnumMap<>(Purpose.class);
        jdbi.withHandle(handle -> handle.createQuery("""
                                select distinct on (purpose) purpose, version, deed = 'given' as given, noted_at
                                from privacy.consent_entry where person_id = :id order by purpose, noted_at desc, id desc""")
                        .bind("id", personId)
                        .map((row, context) -> new Said(
                                Purpose.find(row.getString("purpose")).orElseThrow(),
                                row.getInt("version"),
                                row.getBoolean("given"),
                                row.getTimestamp("noted_at").toInstant()))
                        .list())
                .forEach(entry -> said.put(entry.purpose(), entry));
        return said;
    }

    /**
     * Writes down that the person agrees, or takes it back. The same said twice is one entry.
     *
     * @param byStaff who wrote it down for the person at a desk; null when the person did it
     */
    @Transactional
    public void say(UUID personId, Purpose purpose, boolean given, @Nullable UUID byStaff) {
        Said before = of(personId).get(purpose);
        if (before == null ? !given : before.counts() == given && !before.outdated()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into privacy.consent_entry (id, person_id, purpose, version, deed, way, by_actor, noted_at)
                        select :id, :person, :purpose, :version, :deed, :way,
                               (select actor_id from account.person where id = cast(:staff as uuid)), :now""")
                .bind("id", Ids.next())
                .bind("person", personId)
                .bind("purpose", purpose.key())
                .bind("version", purpose.version())
                .bind("deed", given ? "given" : "withdrawn")
                .bind("way", byStaff == null ? "settings" : "desk")
                .bind("staff", byStaff)
                .bind("now", clock.instant())
                .execute());
        audit.note(AuditNote.of(given ? "account.consent_given" : "account.consent_withdrawn")
                .about(personId)
                .with("purpose", purpose.key())
                .with("version", Integer.toString(purpose.version())));
    }

    /** The log of a merged account goes over as it is: of all that the person said, the latest counts. */
    void merge(@Observes PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with gone as (delete from privacy.consent_entry where person_id = :merged returning *)
                        insert into privacy.consent_entry (id, person_id, purpose, version, deed, way, by_actor, noted_at)
                        select id, :person, purpose, version, deed, way, by_actor, noted_at from gone""")
                .bind("person", merge.personId())
                .bind("merged", merge.mergedId())
                .execute());
    }
}
