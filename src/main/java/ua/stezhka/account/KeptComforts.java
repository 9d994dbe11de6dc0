package ua.stezhka.account;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.platform.Comfort;
import ua.stezhka.platform.ComfortChosen;

/** How people like pages to look, kept with them: it comes along to any computer. Pages read the cookie, never this. */
@Singleton
class KeptComforts {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Visitor visitor;

    KeptComforts(Jdbi jdbi, Clock clock, Visitor visitor) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visitor = visitor;
    }

    void chosen(@Observes ComfortChosen choice) {
        visitor.personId().ifPresent(person -> keep(person, choice.comfort()));
    }

    /** What a guest chose becomes the person's, unless the person has chosen already. */
    void adopt(@Observes GuestAdopted guest) {
        give(guest.guestId(), guest.personId());
    }

    void merge(@Observes PersonMerged merge) {
        give(merge.mergedId(), merge.personId());
    }

    private void give(UUID from, UUID to) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
                            select :to, language, text_size, theme, calm, pace, chosen_at
                            from account.comfort where person_id = :from
                            on conflict (person_id) do nothing""").bind("to", to).bind("from", from).execute();
            handle.createUpdate("delete from account.comfort where person_id = :from")
                    .bind("from", from)
                    .execute();
        });
    }

    void keep(UUID person, Comfort comfort) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account.comfort (person_id, language, text_size, theme, calm, pace, chosen_at)
                        values (:person, :language, :text, :theme, :calm, :pace, :now)
                        on conflict (person_id) do update set
                            language = excluded.language, text_size = excluded.text_size, theme = excluded.theme,
                            calm = excluded.calm, pace = excluded.pace, chosen_at = excluded.chosen_at""")
                .bind("person", person)
                .bind("language", comfort.locale().getLanguage())
                .bind("text", comfort.text())
                .bind("theme", comfort.theme())
                .bind("calm", comfort.calm())
                .bind("pace", comfort.pace())
                .bind("now", clock.instant())
                .execute());
    }

    /** What the person chose last; empty for who never chose anything. */
    Optional<Comfort> of(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select language, text_size, theme, calm, pace from account.comfort where person_id = :person")
                .bind("person", person)
                .map((row, context) -> Comfort.DEFAULT.with(
                        row.getString("language"),
                        row.getString("text_size"),
                        row.getString("theme"),
                        row.getBoolean("calm") ? "on" : "off",
                        row.getString("pace")))
                .findOne());
    }
}
