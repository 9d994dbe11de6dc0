package ua.stezhka.quiz;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.MergeForeseen;
import ua.stezhka.account.PersonMerged;

/**
 * Gives a guest’s attempts to the person who signed in, and those of a merged account to the one that goes on, in the same
 * transaction. Of two open attempts at one quiz the one that
 * was touched last goes on; the other is handed in with the answers it has.
 */
@Singleton
class GuestAttempts {
    private static final String BOTH_OPEN = """
            select guest.id as guest, own.id as own,
                   greatest(guest.started_at, (select max(saved_at) from quiz.response where attempt_id = guest.id))
                       > greatest(own.started_at, (select max(saved_at) from quiz.response where attempt_id = own.id))
                       as guest_touched_last
            from quiz.attempt guest
            join quiz.attempt own on own.quiz_id = guest.quiz_id and own.person_id = :person and own.submitted_at is null
            where guest.person_id = :guest and guest.submitted_at is null and guest.kind = 'graded'
            for update of guest, own
            """;
    private static final String JOIN_PRACTICE = """
            insert into quiz.response as kept (attempt_id, position, revision, state, answer, saved_at, tries, solved_at)
            select own.id, place.position, answer.revision, answer.state, answer.answer, answer.saved_at, answer.tries,
                   answer.solved_at
            from quiz.attempt guest
            join quiz.attempt own on own.quiz_id = guest.quiz_id and own.person_id = :person and own.kind = 'practice'
            join quiz.response answer on answer.attempt_id = guest.id
            join quiz.attempt_question asked on asked.attempt_id = guest.id and asked.position = answer.position
            join quiz.attempt_question place
                on place.attempt_id = own.id and place.question_version_id = asked.question_version_id
            where guest.person_id = :guest and guest.kind = 'practice'
            on conflict (attempt_id, position) do update
            set revision = kept.revision + 1, tries = kept.tries + excluded.tries,
                solved_at = coalesce(kept.solved_at, excluded.solved_at),
                state = case when excluded.saved_at > kept.saved_at then excluded.state else kept.state end,
                answer = case when excluded.saved_at > kept.saved_at then excluded.answer else kept.answer end,
                saved_at = greatest(kept.saved_at, excluded.saved_at)
            """;
    private static final String ADOPT = """
            update quiz.attempt guest set person_id = :person
            where guest.person_id = :guest
              and not (guest.kind = 'practice' and exists (
                  select from quiz.attempt own where own.person_id = :person and own.quiz_id = guest.quiz_id
                                                 and own.kind = 'practice'))
            """;

    /** Of two allowances the more generous one goes on. */
    private static final String JOIN_TIME = """
            with guest as (
                delete from quiz.accommodation where person_id = :guest returning allowance, chosen_by_person, given_at
            )
            insert into quiz.accommodation as own (person_id, allowance, chosen_by_person, given_at)
            select :person, allowance, chosen_by_person, given_at from guest
            on conflict (person_id) do update
            set allowance = excluded.allowance, chosen_by_person = excluded.chosen_by_person, given_at = excluded.given_at
            where array_position(array['half_more', 'double', 'unlimited'], excluded.allowance)
                > array_position(array['half_more', 'double', 'unlimited'], own.allowance)
            """;

    private final Jdbi jdbi;
    private final Attempts attempts;
    private final AttemptReader reader;

    GuestAttempts(Jdbi jdbi, Attempts attempts, AttemptReader reader) {
        this.jdbi = jdbi;
        this.attempts = attempts;
        this.reader = reader;
    }

    private record Pair(UUID guest, UUID own, boolean guestTouchedLast) {}

    void adopt(@Observes GuestAdopted adopted) {
        give(adopted.guestId(), new Learner(adopted.personId(), adopted.actorId()));
    }

    void merge(@Observes PersonMerged merged) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update quiz.mark set marker_id = :person where marker_id = :merged")
                        .bind("person", merged.personId())
                        .bind("merged", merged.mergedId())
                        .execute());
        give(merged.mergedId(), new Learner(merged.personId(), merged.actorId()));
    }

    void foresee(@Observes MergeForeseen merge) {
        merge.told()
                .accept(new MergeForeseen.Line(
                        "quiz.attemptsInAccount", number(merge.mergedId()), number(merge.personId())));
    }

    private int number(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from quiz.attempt where person_id = :id and kind = 'graded'")
                .bind("id", personId)
                .mapTo(Integer.class)
                .one());
    }

    private void give(UUID guestId, Learner person) {
        for (Pair pair : jdbi.withHandle(handle -> bothOpen(handle, guestId, person))) {
            attempts.grade(
                    person,
                    pair.guestTouchedLast
                            ? reader.whole(person.personId(), pair.own)
                            : reader.whole(guestId, pair.guest));
        }
        jdbi.useHandle(handle -> {
            update(handle, JOIN_PRACTICE, guestId, person);
            update(handle, ADOPT, guestId, person);
            update(handle, JOIN_TIME, guestId, person);
        });
    }

    private static List<Pair> bothOpen(Handle handle, UUID guestId, Learner person) {
        return handle.createQuery(BOTH_OPEN)
                .bind("guest", guestId)
                .bind("person", person.personId())
                .map((row, context) -> new Pair(
                        row.getObject("guest", UUID.class),
                        row.getObject("own", UUID.class),
                        row.getBoolean("guest_touched_last")))
                .list();
    }

    private static void update(Handle handle, String statement, UUID guestId, Learner person) {
        handle.createUpdate(statement)
                .bind("guest", guestId)
                .bind("person", person.personId())
                .execute();
    }
}
