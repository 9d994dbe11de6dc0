package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Given;

/**
 * Who has more time in quizzes with a limit. Half more and double time people choose for themselves, without giving a reason:
 * the limit is there against forgotten windows, not to measure how fast somebody is. To take the limit off is for staff, and what
 * staff has given only staff changes. It holds for attempts that begin afterwards; an open attempt is extended by itself.
 */
@Singleton
public class Accommodations {
    private static final String GIVE = """
            insert into quiz.accommodation as known (person_id, allowance, chosen_by_person, given_at)
            values (:person, :allowance, :own, cast(:now as timestamptz))
            on conflict (person_id) do update
            set allowance = excluded.allowance, chosen_by_person = excluded.chosen_by_person, given_at = excluded.given_at
            where (known.allowance, known.chosen_by_person) <> (excluded.allowance, excluded.chosen_by_person)
              and (known.chosen_by_person or not excluded.chosen_by_person)
            """;
    private static final String TAKE =
            "delete from quiz.accommodation where person_id = :person and (chosen_by_person or not :own)";

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final Clock clock;

    Accommodations(Jdbi jdbi, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person has, whoever chose it. */
    public record Given(Accommodation allowance, boolean chosenByPerson, Instant givenAt) {}

    Optional<Accommodation> of(UUID personId) {
        return given(personId).map(Given::allowance);
    }

    public Optional<Given> given(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select allowance, chosen_by_person, given_at from quiz.accommodation where person_id = :person")
                .bind("person", personId)
                .map((row, context) -> new Given(
                        Accommodation.find(row.getString("allowance")).orElseThrow(),
                        row.getBoolean("chosen_by_person"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /**
     * A person chooses; null chooses the usual time.
     *
     * @throws Problem.Forbidden when the time is unlimited, which only staff gives
     */
    @Transactional
    void choose(UUID personId, @Nullable Accommodation allowance) {
        if (allowance == Accommodation.UNLIMITED) {
            throw Problem.forbidden();
        }
        set(personId, allowance, true, personId);
    }

    /** Staff gives or, with null, takes back. */
    @Transactional
    public void give(UUID personId, @Nullable Accommodation allowance, UUID by) {
        set(personId, allowance, false, by);
    }

    private void set(UUID personId, @Nullable Accommodation allowance, boolean own, UUID by) {
        int changed = jdbi.withHandle(handle -> allowance == null
                ? handle.createUpdate(TAKE)
                        .bind("person", personId)
                        .bind("own", own)
                        .execute()
                : handle.createUpdate(GIVE)
                        .bind("person", personId)
                        .bind("allowance", allowance.word())
                        .bind("own", own)
                        .bind("now", clock.instant())
                        .execute());
        if (changed > 0) {
            audit.note(AuditNote.of("quiz.time_given")
                    .by(by)
                    .about(personId)
                    .with("allowance", allowance == null ? "usual" : allowance.word()));
        }
    }
}
