package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Given;
import ua.stezhka.question.Score;

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
    Jdbi jdbi;

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

    @Test
    void fifty_starts_at_once_begin_one_attempt() throws Exception {
        Learner learner = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        List<UUID> begun = Together.call(50, () -> attempts.start(learner, quiz));
        assertThat(begun).containsOnly(begun.getFirst());
        assertThat(fixtures.count("select count(*) from quiz.attempt where person_id = :id", learner.personId()))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from quiz.attempt_event where attempt_id = :id", begun.getFirst()))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from xapi.statement where registration = :id", begun.getFirst()))
                .isEqualTo(1);
    }

    private int told(UUID attempt, String interaction) {
        return fixtures.count(
                "select count(*) from xapi.statement where registration = :id"
                        + " and body -> 'object' -> 'definition' ->> 'interactionType' = '" + interaction + "'",
                attempt);
    }

    @Test
    void fifty_submissions_at_once_grade_once() throws Exception {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        answerAllRightly(learner, attempt);
        Together.call(50, () -> {
            attempts.submit(learner, attempt);
            return true;
        });
        AttemptSheet sheet = reader.whole(learner.personId(), attempt);
        assertThat(sheet.score()).isEqualTo(Score.EVERYTHING);
        assertThat(sheet.passed()).isTrue();
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'submit'", attempt))
                .isEqualTo(1);
        assertThat(fixtures.count("select count(*) from xapi.statement where registration = :id", attempt))
                .isEqualTo(1 + QuizFixtures.LENGTH + 2);
        assertThat(told(attempt, "matching")).as("pairs and groups").isEqualTo(2);
        assertThat(told(attempt, "choice"))
                .as("one option, several, a place on a picture")
                .isEqualTo(3);
        assertThat(audit.differences()).isEmpty();
    }

    /** Whoever practises every evening for years waits no longer for a page than on the first one. */
    @Test
    @TestTransaction
    void an_attempt_is_found_by_its_id_and_not_among_all_that_a_person_has() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        List<String> plan = jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            insert into quiz.attempt (id, person_id, quiz_id, quiz_version_id, kind, started_at, submitted_at)
                            select gen_random_uuid(), person_id, quiz_id, quiz_version_id, 'graded', started_at, now()
                            from quiz.attempt, generate_series(1, 500) where id = :id""").bind("id", attempt).execute();
            handle.execute("analyze quiz.attempt");
            // As the server plans it once and for all, after a few times.
            handle.execute("set local plan_cache_mode = force_generic_plan");
            handle.execute("prepare one (uuid, uuid, integer) as "
                    + AttemptReader.GRADED
                            .replace(":attempt", "$1")
                            .replace(":person", "$2")
                            .replace(":only", "$3"));
            List<String> lines = handle.select(
                            "explain (analyze) execute one ('%s', '%s', 1)".formatted(attempt, learner.personId()))
                    .mapTo(String.class)
                    .list();
            handle.execute("deallocate one");
            return lines;
        });
        assertThat(plan).anyMatch(line -> line.contains("on attempt a"));
        assertThat(plan).noneMatch(line -> line.contains("Rows Removed"));
    }

    /** A machine that was moved, or another node: what began at ten may end before ten. */
    @Test
    void a_clock_that_is_put_back_hinders_nobody_from_submitting() {
        Learner learner = fixtures.guest();
        UUID attempt = begun(learner);
        answerAllRightly(learner, attempt);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update quiz.attempt set started_at = started_at + interval '1 hour' where id = :id")
                .bind("id", attempt)
                .execute());
        attempts.submit(learner, attempt);
        assertThat(reader.whole(learner.personId(), attempt).passed()).isTrue();
        assertThat(fixtures.count(
                        "select count(*) from xapi.statement where registration = :id"
                                + " and body -> 'result' ->> 'duration' = 'PT0S'",
                        attempt))
                .isEqualTo(2);
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
