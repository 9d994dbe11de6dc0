package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Score;

/** Submitted attempts are graded anew by a corrected key. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RegradesTest {
    private static final Set<String> FIVE = Set.of("one", "many", "true", "number", "pairs");

    @Inject
    BankFixtures fixtures;

    @Inject
    QuestionLife life;

    @Inject
    Regrades regrades;

    @Inject
    ScoreAudit audit;

    private UUID corrected(String course, String... wordings) {
        UUID draft = life.draft(fixtures.live(course, "word"), BankFixtures.accepting(wordings));
        assertThat(life.review(draft)).isTrue();
        assertThat(life.publish(draft)).isTrue();
        return draft;
    }

    private List<UUID> differing() {
        return audit.differences().stream()
                .map(ScoreAudit.Difference::attemptId)
                .toList();
    }

    @Test
    void another_accepted_wording_raises_the_score_and_the_log_tells_which_key_counts() {
        String course = fixtures.course();
        Learner learner = fixtures.guest();
        UUID attempt = fixtures.submitted(learner, course, FIVE, BankFixtures.OTHER_WORDING);
        assertThat(fixtures.score(learner, attempt)).isEqualTo(new Score(5, 8));
        assertThat(fixtures.passed(learner, attempt)).isFalse();
        UUID key = corrected(course, "таємне secret", BankFixtures.OTHER_WORDING);

        Regrades.Preview preview = regrades.preview(key);
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(new Score(5, 8));
            assertThat(change.after()).isEqualTo(new Score(6, 8));
            assertThat(change.newlyPasses()).isTrue();
        });
        assertThat(fixtures.score(learner, attempt)).isEqualTo(new Score(5, 8));

        regrades.apply(key, false);

        assertThat(fixtures.score(learner, attempt)).isEqualTo(new Score(6, 8));
        assertThat(fixtures.passed(learner, attempt)).isTrue();
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'regrade' and question_version_id is not null",
                        attempt))
                .isEqualTo(1);
        assertThat(fixtures.count(
                        "select count(*) from xapi.statement where registration = :id and body ->> 'verb' like '%passed%'",
                        attempt))
                .isEqualTo(1);
        assertThat(differing()).doesNotContain(attempt);
        assertThat(regrades.preview(key).changes()).isEmpty();
    }

    @Test
    void a_lower_score_stays_unless_it_is_asked_for() {
        String course = fixtures.course();
        Learner learner = fixtures.guest();
        UUID attempt =
                fixtures.submitted(learner, course, Set.of("one", "many", "true", "number", "pairs", "word"), "");
        assertThat(fixtures.passed(learner, attempt)).isTrue();
        UUID key = corrected(course, "щось геть інше");

        assertThat(regrades.apply(key, false)).isEmpty();
        assertThat(fixtures.score(learner, attempt)).isEqualTo(new Score(6, 8));
        assertThat(fixtures.passed(learner, attempt)).isTrue();

        assertThat(regrades.apply(key, true)).singleElement().satisfies(change -> assertThat(change.losesThePass())
                .isTrue());
        assertThat(fixtures.score(learner, attempt)).isEqualTo(new Score(5, 8));
        assertThat(fixtures.passed(learner, attempt)).isFalse();
        assertThat(differing()).doesNotContain(attempt);
    }

    @Test
    void attempts_that_go_on_keep_the_key_they_began_with_and_are_told_of() {
        String course = fixtures.course();
        Learner learner = fixtures.guest();
        fixtures.open(learner, course);
        UUID key = corrected(course, BankFixtures.OTHER_WORDING);
        assertThat(regrades.preview(key).open()).isEqualTo(1);
        assertThat(regrades.preview(key).changes()).isEmpty();
        Learner next = fixtures.guest();
        UUID begun = fixtures.open(next, course);
        assertThat(fixtures.asked(next, begun)).hasSize(8).contains("word");
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt_question where attempt_id = :id and question_version_id = '"
                                + key + "'",
                        begun))
                .isEqualTo(1);
    }

    @Test
    void publishing_the_same_files_again_does_not_undo_a_correction() {
        String course = fixtures.course();
        UUID key = corrected(course, BankFixtures.OTHER_WORDING);
        fixtures.publishAgain(course, "first");
        Learner learner = fixtures.guest();
        UUID attempt = fixtures.open(learner, course);
        String asks = "select count(*) from quiz.attempt_question where attempt_id = :id and question_version_id = '"
                + key + "'";
        assertThat(fixtures.count(asks, attempt)).isEqualTo(1);
        fixtures.publishAgain(course, "second");
        UUID later = fixtures.open(fixtures.guest(), course);
        assertThat(fixtures.count(asks, later)).as("new files win").isZero();
    }

    @Test
    void a_thousand_attempts_are_graded_anew_at_once() {
        String course = fixtures.course();
        Learner learner = fixtures.guest();
        UUID attempt = fixtures.submitted(learner, course, FIVE, BankFixtures.OTHER_WORDING);
        fixtures.copy(attempt, 1000);
        UUID key = corrected(course, BankFixtures.OTHER_WORDING);
        assertThat(regrades.preview(key).changes()).hasSize(1001);
        assertThat(regrades.apply(key, false)).hasSize(1001);
        assertThat(fixtures.count(
                        "select count(*) from quiz.attempt where quiz_id = :id and passed and regraded_at is not null",
                        BankFixtures.quiz(course)))
                .isEqualTo(1001);
        assertThat(differing()).isEmpty();
    }
}
