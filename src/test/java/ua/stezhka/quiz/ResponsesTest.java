package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.Score;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ResponsesTest {
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

    private UUID begun(Learner learner) {
        return attempts.start(learner, QuizDraft.finalOf(fixtures.course()));
    }

    private SaveOutcome save(Learner learner, UUID attempt, int position, UUID saveId, int base, Given given) {
        return responses.save(learner.personId(), attempt, position, saveId, base, body -> given);
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
    void fifty_saves_with_one_id_store_one_answer() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        UUID saveId = UUID.randomUUID();
        List<SaveOutcome> outcomes =
                Together.call(50, () -> save(learner, attempt, position, saveId, 0, word("слово")));
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
                Together.call(50, () -> save(learner, attempt, position, UUID.randomUUID(), 0, word("слово")));
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
    void one_id_sent_at_once_with_different_bases_is_stored_once() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        int position = typed(learner, attempt);
        AtomicInteger base = new AtomicInteger();
        UUID saveId = UUID.randomUUID();
        List<SaveOutcome> outcomes = Together.call(
                50, () -> save(learner, attempt, position, saveId, base.getAndIncrement() % 5, word("слово")));
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'save'", attempt))
                .isEqualTo(1);
    }
}
