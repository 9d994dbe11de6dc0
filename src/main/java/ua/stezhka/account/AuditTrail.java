package ua.stezhka.account;

import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Json;

/**
 * Who did what: only ever added to, each entry bound to the one before by a hash. An entry is written in the transaction of the deed,
 * so neither is there without the other; write it last, because entries wait for one another. Source: ASVS 5.0, 16.2 to 16.4.
 */
@Singleton
public class AuditTrail {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Visitor visitor;

    AuditTrail(Jdbi jdbi, Clock clock, Visitor visitor) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** Adds an entry. Without {@link AuditNote#by()} it was done by whoever sends the request. */
    @Transactional
    public void note(AuditNote note) {
        boolean asked = Arc.container().requestContext().isActive();
        UUID by = Optional.ofNullable(note.by())
                .or(() -> asked ? visitor.personId() : Optional.empty())
                .orElse(null);
        String network = asked ? visitor.network() : null;
        jdbi.useHandle(handle -> append(handle, note, by, network));
    }

    /**
     * Notes that somebody of the staff looks at what belongs to a person; the person reads it in the settings. Nobody is noted for a look
     * at what is their own.
     *
     * @param action     ends in {@code _viewed}
     * @param permission what allows the look, and with it the role that the person is told of
     */
    @Transactional
    public void viewed(String action, @Nullable UUID about, Permission permission) {
        Optional<SessionPerson> viewer = visitor.sessionPerson();
        if (viewer.isPresent() && !viewer.get().personId().equals(about)) {
            AuditNote note = AuditNote.of(action).about(about);
            note(viewer.get()
                    .roleFor(permission)
                    .map(role -> note.with("role", role.key()))
                    .orElse(note));
        }
    }

    private void append(Handle handle, AuditNote note, @Nullable UUID by, @Nullable String network) {
        Head head = handle.createQuery("""
                        select h.number, h.hash,
                               (select actor_id from account.person where id = cast(:by as uuid)) as by_actor,
                               (select actor_id from account.person where id = cast(:about as uuid)) as about_actor
                        from account.audit_head h for update of h""")
                .bind("by", by)
                .bind("about", note.about())
                .map((row, context) -> new Head(
                        row.getLong("number"),
                        row.getBytes("hash"),
                        row.getObject("by_actor", UUID.class),
                        row.getObject("about_actor", UUID.class)))
                .one();
        AuditEntry entry = new AuditEntry(
                head.number() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                note.action(),
                head.byActor(),
                head.aboutActor(),
                network,
                new TreeMap<>(note.details()));
        byte[] hash = entry.hash(head.hash());
        handle.createUpdate("""
                        with written as (
                            insert into account.audit_entry
                                (number, noted_at, action, by_actor, about_actor, network, details, previous_hash, hash)
                            values (:number, :at, :action, cast(:by as uuid), cast(:about as uuid), :network, cast(:details as jsonb), :previous, :hash))
                        update account.audit_head set number = :number, hash = :hash""")
                .bind("number", entry.number())
                .bind("at", entry.notedAt())
                .bind("action", entry.action())
                .bind("by", entry.byActor())
                .bind("about", entry.about())
                .bind("network", entry.network())
                .bind("details", Json.write(entry.details()))
                .bind("previous", head.hash())
                .bind("hash", hash)
                .execute();
    }

    /** The last entry, and the pseudonyms of the two whom the next one names. */
    private record Head(
            long number,
            byte[] hash,
            @Nullable UUID byActor,
            @Nullable UUID aboutActor) {}
}
