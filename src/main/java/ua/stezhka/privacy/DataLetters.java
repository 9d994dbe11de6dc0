package ua.stezhka.privacy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.AccountLetters;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Letter;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.PlatformConfig;

/** Letters about the end of an account: it is not used, its owner asked to be erased, it is gone. Only to addresses that are proved. */
@Singleton
public class DataLetters {
    private static final Duration NEWS_MATTER = Duration.ofDays(3);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;
    private final PlatformConfig config;

    DataLetters(Jdbi jdbi, Outbox outbox, Clock clock, PlatformConfig config) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /** Where a person reads letters, and in which language. */
    private record Reader(String email, Locale language) {}

    void warn(@Observes InactivityWarned warned) {
        write("account/inactivity", warned.personId(), warned.eraseAt());
    }

    void confirm(@Observes ErasureAsked asked) {
        write("account/erasure", asked.personId(), asked.eraseAt());
    }

    /** Tells that the account is gone; called while its address is still known, in the transaction of the erasure. */
    void farewell(UUID personId) {
        Instant now = clock.instant();
        reader(personId)
                .ifPresent(reader -> outbox.send(Letter.of(
                                AccountLetters.FAREWELL + '/' + Ids.next(),
                                reader.email(),
                                reader.language(),
                                AccountLetters.FAREWELL,
                                now.plus(NEWS_MATTER))
                        .with("on", Dates.longDate(now, config.zone(), reader.language()))));
    }

    private void write(String template, UUID personId, Instant eraseAt) {
        reader(personId)
                .ifPresent(reader -> outbox.send(Letter.of(
                                template + '/' + personId + '/' + eraseAt,
                                reader.email(),
                                reader.language(),
                                template,
                                eraseAt)
                        .with("on", Dates.longDate(eraseAt, config.zone(), reader.language()))));
    }

    private Optional<Reader> reader(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select w.email, c.language from account.password w left join account.comfort c on c.person_id = w.person_id
                        where w.person_id = :id and w.email is not null and w.email_confirmed_at is not null""")
                .bind("id", personId)
                .map((row, context) -> new Reader(row.getString("email"), Languages.of(row.getString("language"))))
                .findOne());
    }
}
