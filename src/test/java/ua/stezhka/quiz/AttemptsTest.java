package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class AttemptsTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    AttemptReader reader;

    @Inject
    QuizVersions versions;

    @Inject
    ScoreAudit audit;

    @Inject
    Event<GuestAdopted> adopted;

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = threads.invokeAll(Collections.nCopies(times, call));
            List<T> results = new ArrayList<>();
            for (Future<T> done : running) {
                results.add(done.get());
            }
            return results;
        }
    }

    private UUID begun(Learner learner) {
        return attempts.start(learner, QuizDraft.finalOf(fixtures.course()));
    }

    private SaveOutcome save(Learner learner, UUID attempt, int position, UUID saveId, int base, Given given) {
        return responses.save(learner.personId(), attempt, position, saveId, base, body -> given);
    }

    private void answerAllRightly(Learner learner, UUID attempt) {
        for (AttemptSheet.Slot slot : reader.whole(learner.personId(), attempt).slots()) {
            Answer answer = QuizFixtures.rightTokens(versions.question(slot.questionVersionId()), slot.shown());
            save(learner, attempt, slot.position(), UUID.randomUUID(), 0, Given.of(answer));
        }
    }

    /** A position whose question is answered by typing. */
    private int typed(Learner learner, UUID attempt) {
        return reader.whole(learner.personId(), attempt).slots().stream()
                .filter(slot -> versions.question(slot.questionVersionId()).body() instanceof QuestionBody.ShortText)
                .findFirst()
                .orElseThrow()
                .position();
    }

    private static Given word(String word) {
        return Given.of(new Answer.ShortText(word));
    }

    @Test
    void fifty_starts_at_once_begin_one_attempt() throws Exception {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        List<UUID> begun = together(50, () -> attempts.start(learner, quiz));
        assertThat(begun).containsOnly(begun.getFirst());
        assertThat(fixtures.count("select count(*) from quiz.attempt where person_id = :id", learner.personId()))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from quiz.attempt_event where attempt_id = :id", begun.getFirst()))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from xapi.statement where actor_id = :id", learner.actorId()))
                .isEqualTo(1);
    }

    @Test
    void fifty_saves_with_one_id_store_one_answer() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        UUID saveId = UUID.randomUUID();
        List<SaveOutcome> outcomes = together(50, () -> save(learner, attempt, position, saveId, 0, word("слово")));
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(SaveOutcome.Saved.class, saved -> assertThat(saved.revision())
                        .isEqualTo(1));
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'save'", attempt))
                .isEqualTo(1);
    }

    @Test
    void fifty_windows_that_answer_at_once_leave_one_answer_and_forty_nine_conflicts() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        List<SaveOutcome> outcomes =
                together(50, () -> save(learner, attempt, position, UUID.randomUUID(), 0, word("слово")));
        assertThat(outcomes.stream().filter(SaveOutcome.Saved.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().filter(SaveOutcome.Stale.class::isInstance))
                .hasSize(49);
    }

    @Test
    void a_stale_window_is_told_the_stored_answer_and_changes_nothing() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        save(learner, attempt, position, UUID.randomUUID(), 0, word("перше"));
        save(learner, attempt, position, UUID.randomUUID(), 1, word("друге"));
        SaveOutcome outcome = save(learner, attempt, position, UUID.randomUUID(), 1, word("старе"));
        assertThat(outcome).isInstanceOfSatisfying(SaveOutcome.Stale.class, stale -> {
            assertThat(stale.revision()).isEqualTo(2);
            assertThat(stale.answer()).hasToString("{\"text\":\"друге\"}");
        });
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'conflict'",
                        attempt))
                .isEqualTo(1);
    }

    @Test
    void saves_shuffled_and_tripled_end_in_the_same_state() {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        Random random = new Random(20261123);
        for (int round = 0; round < 10; round++) {
            UUID attempt = attempts.start(learner, quiz);
            int position = typed(learner, attempt);
            List<Integer> day = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                day.addAll(List.of(i, i, i));
                ids.add(UUID.randomUUID());
            }
            Collections.shuffle(day, random);
            day.forEach(i -> save(learner, attempt, position, ids.get(i), i, word("слово " + i)));
            AttemptSheet.Slot slot = reader.at(learner.personId(), attempt, position)
                    .slot(position)
                    .orElseThrow();
            assertThat(slot.given()).isEqualTo(word("слово 5"));
            assertThat(slot.revision()).isEqualTo(6);
            attempts.submit(learner, attempt);
        }
    }

    @Test
    void replaying_a_save_gives_the_first_receipt_even_after_newer_answers_and_submission() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        UUID first = UUID.randomUUID();
        SaveOutcome receipt = save(learner, attempt, position, first, 0, word("перше"));
        save(learner, attempt, position, UUID.randomUUID(), 1, word("друге"));
        assertThat(save(learner, attempt, position, first, 0, word("перше"))).isEqualTo(receipt);
        attempts.submit(learner, attempt);
        assertThat(save(learner, attempt, position, first, 0, word("перше"))).isEqualTo(receipt);
        assertThat(reader.whole(learner.personId(), attempt)
                        .slot(position)
                        .orElseThrow()
                        .given())
                .isEqualTo(word("друге"));
    }

    @Test
    void after_submission_nothing_is_saved() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        attempts.submit(learner, attempt);
        assertThatThrownBy(() -> save(learner, attempt, 1, UUID.randomUUID(), 0, Given.UNKNOWN))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, p -> assertThat(p.code()).isEqualTo("quiz.attempt_closed"));
    }

    @Test
    void fifty_submissions_at_once_grade_once() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        answerAllRightly(learner, attempt);
        together(50, () -> {
            attempts.submit(learner, attempt);
            return true;
        });
        AttemptSheet sheet = reader.whole(learner.personId(), attempt);
        assertThat(sheet.score()).isEqualTo(Score.EVERYTHING);
        assertThat(sheet.passed()).isTrue();
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'submit'", attempt))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from xapi.statement where actor_id = :id", learner.actorId()))
                .isEqualTo(1 + 8 + 2);
        assertThat(audit.differences()).isEmpty();
    }

    @Test
    void saving_and_submitting_at_once_never_loses_an_acknowledged_answer() throws Exception {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        for (int round = 0; round < 20; round++) {
            UUID attempt = attempts.start(learner, quiz);
            int position = typed(learner, attempt);
            List<Boolean> saved;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Boolean> save = threads.submit(() -> {
                    try {
                        save(learner, attempt, position, UUID.randomUUID(), 0, word("таємне secret"));
                        return true;
                    } catch (Problem.Conflict closed) {
                        return false;
                    }
                });
                threads.submit(() -> attempts.submit(learner, attempt)).get();
                saved = List.of(save.get());
            }
            AttemptSheet sheet = reader.whole(learner.personId(), attempt);
            assertThat(sheet.slot(position).orElseThrow().score())
                    .isEqualTo(saved.getFirst() ? Score.EVERYTHING : Score.NOTHING);
        }
    }

    @Test
    void an_empty_a_cleared_and_an_unknown_answer_are_three_states() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        save(learner, attempt, 1, UUID.randomUUID(), 0, Given.CLEARED);
        save(learner, attempt, 2, UUID.randomUUID(), 0, Given.UNKNOWN);
        List<AttemptSheet.Slot> slots =
                reader.whole(learner.personId(), attempt).slots();
        assertThat(slots.get(0).given()).isEqualTo(Given.CLEARED);
        assertThat(slots.get(1).given()).isEqualTo(Given.UNKNOWN);
        assertThat(slots.get(2).given()).isNull();
    }

    @Test
    void the_next_attempt_shows_the_new_version_and_the_open_one_keeps_its_own() {
        Learner learner = fixtures.guest();
        String course = fixtures.course();
        UUID quiz = QuizDraft.finalOf(course);
        UUID attempt = attempts.start(learner, quiz);
        List<AttemptSheet.Slot> before =
                reader.whole(learner.personId(), attempt).slots();
        fixtures.publish(course, "second");
        assertThat(attempts.start(learner, quiz)).isEqualTo(attempt);
        assertThat(reader.whole(learner.personId(), attempt).slots()).isEqualTo(before);
        attempts.submit(learner, attempt);
        UUID next = attempts.start(learner, quiz);
        assertThat(versions.question(reader.whole(learner.personId(), next)
                                .slots()
                                .getFirst()
                                .questionVersionId())
                        .face()
                        .plain()
                        .uk())
                .contains("second");
    }

    @Test
    void publishing_the_same_twice_changes_nothing() {
        String course = fixtures.course();
        UUID courseId = QuizFixtures.courseId(course);
        String versionsOfCourse =
                "select count(*) from quiz.question_version v join quiz.question q on q.id = v.question_id where q.course_id = :id";
        int before = fixtures.count(versionsOfCourse, courseId);
        fixtures.publish(course, "first");
        assertThat(fixtures.count(versionsOfCourse, courseId)).isEqualTo(before);
        fixtures.publish(course, "second");
        fixtures.publish(course, "first");
        assertThat(fixtures.count(versionsOfCourse, courseId)).isEqualTo(2 * before);
        assertThat(versions.requireCurrent(QuizDraft.finalOf(course)).pool())
                .extracting(id -> versions.question(id).face().plain().uk())
                .allMatch(prompt -> prompt.contains("first"));
    }

    @Test
    void the_log_of_an_attempt_cannot_be_changed() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        assertThatThrownBy(() ->
                        fixtures.update("update quiz.attempt_event set node = 'other' where attempt_id = :id", attempt))
                .hasMessageContaining("append-only");
    }

    @Test
    void what_a_guest_did_becomes_the_persons_where_nothing_stands_against_it() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID first = QuizDraft.finalOf(fixtures.course());
        UUID second = QuizDraft.finalOf(fixtures.course());
        UUID adoptedAttempt = attempts.start(guest, first);
        UUID left = attempts.start(guest, second);
        UUID own = attempts.start(person, second);
        adopt(guest, person);
        assertThat(attempts.standing(person.personId(), first).open()).contains(adoptedAttempt);
        assertThat(attempts.standing(person.personId(), second).open()).contains(own);
        assertThat(attempts.standing(guest.personId(), second).open()).contains(left);
    }

    @Transactional
    void adopt(Learner guest, Learner person) {
        adopted.fire(new GuestAdopted(guest.personId(), person.personId(), person.actorId()));
    }

    @Test
    void other_peoples_attempts_look_like_none() {
        Learner learner = fixtures.guest();
        Learner other = fixtures.guest();
        UUID attempt = begun(learner);
        assertThatThrownBy(() -> reader.whole(other.personId(), attempt)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> attempts.submit(other, attempt)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> save(other, attempt, 1, UUID.randomUUID(), 0, Given.UNKNOWN))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void a_submitted_attempt_counts_in_the_standing() {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID failed = attempts.start(learner, quiz);
        attempts.submit(learner, failed);
        UUID passed = attempts.start(learner, quiz);
        answerAllRightly(learner, passed);
        attempts.submit(learner, passed);
        QuizStanding standing = attempts.standing(learner.personId(), quiz);
        assertThat(standing.submitted()).isEqualTo(2);
        assertThat(standing.open()).isEmpty();
        assertThat(standing.passed()).contains(passed);
        assertThat(standing.passedAt()).isPresent();
    }
}
