package ua.stezhka.platform;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Letters by e-mail. A letter is written in the transaction of the deed it tells of, so that neither is there without the other, and
 * sent soon afterwards by whichever node comes first.
 */
@Singleton
@Named("outbox")
public class Outbox {
    /** So long a key is remembered after its letter. */
    public static final Duration MEMORY = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;
    private final MailServer server;

    Outbox(Jdbi jdbi, Clock clock, MailServer server) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.server = server;
    }

    /** Whether a mail server is set up. Without one pages offer no ways by e-mail, and letters are not written. */
    public boolean works() {
        return server.isSetUp();
    }

    /** Also for templates: {@code inject:outbox.works}. */
    public boolean isWorks() {
        return works();
    }

    /** Writes a letter to be sent after this transaction. @return false when it was written before, or no mail server is set up */
    @Transactional
    public boolean send(Letter letter) {
        return works()
                && jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into platform.letter
                                    (id, key, template, language, recipient, content, written_at, useless_at, due_at)
                                values (:id, :key, :template, :language, :to, cast(:content as jsonb), :now, :uselessAt, :now)
                                on conflict on constraint letter_is_written_once do nothing""")
                                .bind("id", Ids.next())
                                .bind("key", letter.key())
                                .bind("template", letter.template())
                                .bind("language", letter.language().getLanguage())
                                .bind("to", letter.to())
                                .bind("content", Json.write(letter.values()))
                                .bind("now", clock.instant())
                                .bind("uselessAt", letter.uselessAt())
                                .execute())
                        == 1;
    }

    /**
     * Forgets letters, also when no mail server is set up any more: what is left of finished ones, and those that would come too late.
     *
     * @param old finished letters that were written before go
     * @param now letters that are useless by then go
     * @return how many went
     */
    @Transactional
    public int forget(Instant old, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from platform.letter
                        where case when sent_at is null and given_up_at is null then useless_at <= :now else written_at < :old end""").bind("old", old).bind("now", now).execute());
    }

    /** Letters that nobody shall get any more, sent or not. @return how many went */
    @Transactional
    public int tearUp(Collection<UUID> letters) {
        return letters.isEmpty()
                ? 0
                : jdbi.withHandle(handle -> handle.createUpdate("delete from platform.letter where id in (<letters>)")
                        .bindList("letters", List.copyOf(letters))
                        .execute());
    }
}
