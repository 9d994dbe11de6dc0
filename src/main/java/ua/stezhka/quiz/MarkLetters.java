package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.Letter;
import ua.stezhka.platform.Outbox;

/** Tells by letter that people have marked an attempt; only to an address that is proved. The letter tells no score. */
@Singleton
class MarkLetters {
    private static final Duration NEWS_MATTER = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;

    MarkLetters(Jdbi jdbi, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Reader(String email, Locale language) {}

    /** @param first whether this is the first result; a change of it is told in another letter, once a day */
    void tell(UUID personId, AttemptSheet sheet, boolean first) {
        if (!outbox.works()) {
            return;
        }
        String template = first ? "quiz/marked" : "quiz/marked-again";
        String day = first ? "" : "/" + clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        jdbi.withHandle(handle -> handle.createQuery("""
                        select w.email, c.language from account.password w left join account.comfort c on c.person_id = w.person_id
                        where w.person_id = :id and w.email is not null and w.email_confirmed_at is not null""")
                        .bind("id", personId)
                        .map((row, context) ->
                                new Reader(row.getString("email"), Languages.of(row.getString("language"))))
                        .findOne())
                .ifPresent(reader -> outbox.send(Letter.of(
                                template + '/' + sheet.id() + day,
                                reader.email,
                                reader.language,
                                template,
                                clock.instant().plus(NEWS_MATTER))
                        .with("course", sheet.quiz().title().in(reader.language))
                        .with("attempt", sheet.id().toString())));
    }
}
