package ua.stezhka.privacy;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.DataArchive;
import ua.stezhka.account.PersonTable;
import ua.stezhka.account.PersonalData;
import ua.stezhka.account.Sessions;
import ua.stezhka.account.Subject;

/** What all modules together hold of a person: reads it into an archive, or has it go. */
@Singleton
class Holdings {
    private final Jdbi jdbi;
    private final List<PersonalData> modules;
    private final Event<Sessions.Changed> changes;

    Holdings(Jdbi jdbi, @All List<PersonalData> modules, Event<Sessions.Changed> changes) {
        this.jdbi = jdbi;
        this.modules = modules;
        this.changes = changes;
    }

    /** All tables that hold something of people. */
    List<PersonTable> tables() {
        return modules.stream().flatMap(module -> module.tables().stream()).toList();
    }

    void read(UUID personId, DataArchive archive) {
        Subject subject = subject(personId);
        jdbi.useHandle(handle -> {
            for (PersonTable table : tables()) {
                archive.table(table, rows(handle, table, subject));
            }
        });
        modules.forEach(module -> module.addFiles(subject, archive));
    }

    /**
     * Takes everything of the person away, all or nothing.
     *
     * @param keep whether certificates stay as proofs without a name; otherwise they are revoked
     * @return whether there was such a person
     */
    @Transactional
    boolean erase(UUID personId, boolean keep, Instant now) {
        if (!lock(personId)) {
            return false;
        }
        Subject subject = subject(personId);
        modules.forEach(module -> module.close(subject));
        jdbi.useHandle(handle -> {
            for (PersonTable table : tables()) {
                for (String statement : table.erase()) {
                    about(subject, handle.createUpdate(statement))
                            .bind("now", now)
                            .bind("keep", keep)
                            .execute();
                }
            }
        });
        changes.fire(new Sessions.Changed());
        return true;
    }

    /** Whoever is just writing something of the person ends first; whoever comes later finds nobody. */
    @Transactional
    boolean lock(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from account.person where id = :id for update")
                        .bind("id", personId)
                        .mapTo(UUID.class)
                        .findOne())
                .isPresent();
    }

    Subject subject(UUID personId) {
        return jdbi.withHandle(handle -> {
            List<Known> all = handle.createQuery("""
                            with recursive known as (
                                select id, actor_id from account.person where id = :id
                                union
                                select p.id, p.actor_id from account.person p join known k on p.adopted_by = k.id)
                            select id, actor_id from known""")
                    .bind("id", personId)
                    .map((row, context) ->
                            new Known(row.getObject("id", UUID.class), row.getObject("actor_id", UUID.class)))
                    .list();
            return new Subject(
                    personId,
                    all.stream().map(Known::id).toList(),
                    all.stream().map(Known::actorId).toList());
        });
    }

    /** The type that comes from the library says nothing of empty columns. */
    @SuppressWarnings("NullAway")
    static List<Map<String, @Nullable Object>> rows(Handle handle, PersonTable table, Subject subject) {
        return about(subject, handle.createQuery(table.export())).mapToMap().list();
    }

    private static <S extends SqlStatement<S>> S about(Subject subject, S statement) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return statement.bindList("people", subject.people()).bindList("actors", subject.actors());
    }

    private record Known(UUID id, UUID actorId) {}
}
