package ua.stezhka.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The letters that are not sent yet, and the keys of those that were. */
@Singleton
class WaitingLetters {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Clock clock;

    WaitingLetters(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A letter that this node may try to send, the first time or again. */
    record Waiting(UUID id, Letter letter, int tries) {}

    /**
     * Takes a letter that is due. Its next try is set already, two minutes later, then four, at most six hours: a node that dies
     * meanwhile leaves it to the others, and until then nobody else takes it.
     */
    Optional<Waiting> take() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update platform.letter
                        set tries = tries + 1,
                            due_at = cast(:now as timestamptz) + least(interval '2 minutes' * power(2, least(tries, 10)), interval '6 hours')
                        where id = (
                            select id from platform.letter
                            where sent_at is null and given_up_at is null and due_at <= :now
                            order by due_at limit 1 for update skip locked)
                        returning id, key, template, language, recipient, content, useless_at, tries""")
                .bind("now", clock.instant())
                .map((row, context) -> waiting(row))
                .findOne());
    }

    /** The letter is with the mail server: what stood in it and whose it was is forgotten. */
    void sent(UUID id) {
        Instant now = clock.instant();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update platform.letter set sent_at = :now, recipient = null, content = null
                        where id = :id and sent_at is null and given_up_at is null""").bind("id", id).bind("now", now).execute());
    }

    /** The letter will not be sent; forgotten as well. */
    void givenUp(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update platform.letter set given_up_at = :now, recipient = null, content = null
                        where id = :id and sent_at is null and given_up_at is null""")
                .bind("id", id)
                .bind("now", clock.instant())
                .execute());
    }

    void forgetOldKeys() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from platform.letter
                        where (sent_at is not null or given_up_at is not null) and written_at < :old""")
                .bind("old", clock.instant().minus(Outbox.MEMORY))
                .execute());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Map<String, String> values = Json.read(row.getString("content"), TEXTS);
        return new Waiting(
                row.getObject("id", UUID.class),
                new Letter(
                        row.getString("key"),
                        row.getString("recipient"),
                        Languages.of(row.getString("language")),
                        row.getString("template"),
                        values,
                        row.getTimestamp("useless_at").toInstant()),
                row.getInt("tries"));
    }
}
