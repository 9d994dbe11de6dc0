package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Given;

/** R-Q-18: each score can be computed from the log, and is the stored one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ScoreVerificationTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    ScoreChecks checks;

    @Inject
    Jdbi jdbi;

    private UUID submitted() {
        Learner learner = fixtures.guest();
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(fixtures.course()));
        responses.save(learner.personId(), attempt, 1, UUID.randomUUID(), 0, body -> Given.UNKNOWN);
        attempts.submit(learner, attempt);
        return attempt;
    }

    private String verified(int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ScoreVerification.verify(jdbi, new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_changed_score_is_found_and_told() {
        UUID attempt = submitted();
        assertThat(verified(0)).contains("Розбіжностей: 0.");
        fixtures.update("update quiz.attempt set earned = 1, possible = 2 where id = :id", attempt);
        try {
            assertThat(verified(1)).contains(attempt + ": 1/2 ≠ 0/1", "Розбіжностей: 1.");
            TestBrowser administrator = TestPeople.administrator();
            assertThat(administrator.post("/administration/scores/check").location())
                    .isEqualTo("/administration/scores");
            assertThat(administrator.get("/administration/scores").page().text())
                    .contains("1 розбіжність", attempt.toString());
        } finally {
            fixtures.update("update quiz.attempt set earned = 0, possible = 1 where id = :id", attempt);
        }
        TestBrowser administrator = TestPeople.administrator();
        administrator.post("/administration/scores/check");
        assertThat(administrator.get("/administration/scores").page().text()).contains("0 розбіжностей");
    }

    @Test
    void one_node_checks_a_night() throws Exception {
        submitted();
        LocalDate night = LocalDate.of(2031, 1, (int) (System.nanoTime() % 28) + 1);
        assertThat(Together.call(8, () -> checks.checkOnceOn(night))).containsOnlyOnce(true);
    }
}
