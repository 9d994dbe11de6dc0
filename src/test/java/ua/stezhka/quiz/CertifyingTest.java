package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

/** What a certifying quiz draws and limits. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CertifyingTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    CertifyingFixtures certifying;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    AttemptReader reader;

    @Inject
    QuizVersions versions;

    @Inject
    Accommodations accommodations;

    @Inject
    ScoreAudit audit;

    private UUID begin(Learner learner, Terms terms) {
        return attempts.start(learner, QuizDraft.finalOf(certifying.course(terms)));
    }

    private SaveOutcome save(Learner learner, UUID attempt, UUID saveId) {
        return responses.save(learner.personId(), attempt, 1, saveId, 0, body -> CertifyingFixtures.right());
    }

    private Set<UUID> questions(Learner learner, UUID attempt) {
        Set<UUID> ids = new HashSet<>();
        reader.whole(learner.personId(), attempt).slots().forEach(slot -> ids.add(slot.questionVersionId()));
        return ids;
    }

    private int lines(UUID attempt, String kind) {
        return fixtures.count(
                "select count(*) from quiz.attempt_event where attempt_id = :id and kind = '" + kind + "'", attempt);
    }

    private Duration time(Learner learner, int minutes) {
        AttemptSheet sheet = reader.whole(learner.personId(), begin(learner, CertifyingFixtures.terms(0, 0, minutes)));
        return Duration.between(sheet.startedAt(), Objects.requireNonNull(sheet.deadline()));
    }

    @Test
    void each_attempt_follows_the_blueprint_and_three_meet_different_questions() {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(certifying.course(CertifyingFixtures.terms(0, 0, 0)));
        Set<UUID> met = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            UUID attempt = attempts.start(learner, quiz);
            Set<UUID> asked = questions(learner, attempt);
            assertThat(asked.stream()
                            .filter(id -> versions.question(id).competence().equals("consumer-protection")))
                    .hasSize(4);
            assertThat(asked).hasSize(6);
            met.addAll(asked);
            attempts.submit(learner, attempt);
        }
        assertThat(met).hasSize(18);
    }

    @Test
    void a_second_attempt_has_to_wait_and_is_told_until_when() {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(certifying.course(CertifyingFixtures.terms(0, 24, 0)));
        UUID attempt = attempts.start(learner, quiz);
        attempts.submit(learner, attempt);
        Instant ended = reader.whole(learner.personId(), attempt).submittedAt();
        assertThatThrownBy(() -> attempts.start(learner, quiz))
                .isInstanceOfSatisfying(Problem.Conflict.class, refused -> {
                    assertThat(refused.code()).isEqualTo("quiz.attempt_not_yet");
                    assertThat(refused.details())
                            .containsEntry("from", Objects.requireNonNull(ended).plus(1, ChronoUnit.DAYS));
                });
        fixtures.update(
                "update quiz.attempt set submitted_at = submitted_at - interval '25 hours' where id = :id", attempt);
        assertThat(attempts.start(learner, quiz)).isNotEqualTo(attempt);
    }

    @Test
    void fifty_who_start_and_submit_at_once_use_up_one_attempt_of_one() throws Exception {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(certifying.course(CertifyingFixtures.terms(1, 0, 0)));
        AtomicInteger refused = new AtomicInteger();
        Together.call(50, () -> {
            try {
                attempts.submit(learner, attempts.start(learner, quiz));
            } catch (Problem.Conflict notYet) {
                refused.incrementAndGet();
            }
            return true;
        });
        assertThat(fixtures.count("select count(*) from quiz.attempt where person_id = :id", learner.personId()))
                .isEqualTo(1);
        assertThat(refused.get()).isLessThan(50);
        assertThatThrownBy(() -> attempts.start(learner, quiz)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_quiz_for_learning_never_has_an_end() {
        Learner learner = fixtures.guest();
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(fixtures.course()));
        assertThat(reader.whole(learner.personId(), attempt).deadline()).isNull();
    }

    @Test
    void who_has_more_time_gets_a_later_end_or_none() {
        Learner learner = fixtures.guest();
        assertThat(time(learner, 30)).isEqualTo(Duration.ofMinutes(30));
        accommodations.choose(learner.personId(), Accommodation.HALF_MORE);
        assertThat(time(learner, 30)).isEqualTo(Duration.ofMinutes(45));
        assertThat(time(learner, 1)).isEqualTo(Duration.ofSeconds(90));
        accommodations.choose(learner.personId(), Accommodation.DOUBLE);
        assertThat(time(learner, 30)).isEqualTo(Duration.ofMinutes(60));
        accommodations.give(learner.personId(), Accommodation.UNLIMITED, learner.personId());
        UUID attempt = begin(learner, CertifyingFixtures.terms(0, 0, 30));
        assertThat(reader.whole(learner.personId(), attempt).deadline()).isNull();
    }

    @Test
    void what_staff_has_given_a_person_does_not_change_and_no_limit_only_staff_gives() {
        Learner learner = fixtures.guest();
        assertThatThrownBy(() -> accommodations.choose(learner.personId(), Accommodation.UNLIMITED))
                .isInstanceOf(Problem.Forbidden.class);
        accommodations.give(learner.personId(), Accommodation.UNLIMITED, learner.personId());
        accommodations.choose(learner.personId(), Accommodation.HALF_MORE);
        accommodations.choose(learner.personId(), null);
        assertThat(accommodations.of(learner.personId())).contains(Accommodation.UNLIMITED);
        accommodations.give(learner.personId(), null, learner.personId());
        assertThat(accommodations.of(learner.personId())).isEmpty();
    }

    /** R-Q-09: an answer at +30 s counts, one at +120 s is kept and does not. */
    @Test
    void in_the_grace_an_answer_counts_and_afterwards_it_is_kept_as_late() {
        Learner learner = fixtures.guest();
        UUID attempt = begin(learner, CertifyingFixtures.terms(0, 0, 30));
        certifying.endsIn(attempt, -30);
        assertThat(save(learner, attempt, UUID.randomUUID())).isInstanceOf(SaveOutcome.Saved.class);
        certifying.endsIn(attempt, -120);
        UUID late = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            assertThat(responses.save(learner.personId(), attempt, 2, late, 0, body -> CertifyingFixtures.right()))
                    .isInstanceOf(SaveOutcome.Late.class);
        }
        assertThat(lines(attempt, "late")).isEqualTo(1);
        attempts.submit(learner, attempt);
        assertThat(responses.save(
                        learner.personId(), attempt, 3, UUID.randomUUID(), 0, body -> CertifyingFixtures.right()))
                .isInstanceOf(SaveOutcome.Late.class);
        assertThat(lines(attempt, "late")).isEqualTo(2);
        AttemptSheet sheet = reader.whole(learner.personId(), attempt);
        assertThat(sheet.slots().stream().filter(AttemptSheet.Slot::answered)).hasSize(1);
        assertThat(sheet.submittedAt()).isEqualTo(sheet.deadline());
        assertThat(audit.differences()).isEmpty();
    }

    @Test
    void late_answers_cannot_fill_the_log() {
        Learner learner = fixtures.guest();
        UUID attempt = begin(learner, CertifyingFixtures.terms(0, 0, 30));
        certifying.endsIn(attempt, -120);
        for (int i = 0; i < 210; i++) {
            save(learner, attempt, UUID.randomUUID());
        }
        assertThat(lines(attempt, "late")).isEqualTo(200);
    }

    @Test
    void who_submits_before_the_end_cannot_add_anything_afterwards() {
        Learner learner = fixtures.guest();
        UUID attempt = begin(learner, CertifyingFixtures.terms(0, 0, 30));
        attempts.submit(learner, attempt);
        assertThatThrownBy(() -> save(learner, attempt, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, p -> assertThat(p.code()).isEqualTo("quiz.attempt_closed"));
        assertThat(lines(attempt, "late")).isZero();
    }

    @Test
    void a_person_who_submits_in_the_grace_has_submitted_at_the_end() {
        Learner learner = fixtures.guest();
        UUID attempt = begin(learner, CertifyingFixtures.terms(0, 0, 30));
        certifying.endsIn(attempt, -20);
        attempts.submit(learner, attempt);
        AttemptSheet sheet = reader.whole(learner.personId(), attempt);
        assertThat(sheet.submittedAt()).isEqualTo(sheet.deadline());
        assertThat(lines(attempt, "submit")).isEqualTo(1);
    }

    @Test
    void a_forgotten_attempt_does_not_stand_in_the_way_of_the_next_one() {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(certifying.course(CertifyingFixtures.terms(0, 0, 30)));
        UUID forgotten = attempts.start(learner, quiz);
        certifying.endsIn(forgotten, -120);
        UUID next = attempts.start(learner, quiz);
        assertThat(next).isNotEqualTo(forgotten);
        assertThat(lines(forgotten, "close")).isEqualTo(1);
        assertThat(List.of(
                        reader.whole(learner.personId(), forgotten).open(),
                        reader.whole(learner.personId(), next).open()))
                .containsExactly(false, true);
    }
}
