package ua.stezhka.journey;

import static ua.stezhka.journey.EveryPageTest.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.analysis.AnsweredQuizzes;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.QuizDraft;

/** The pages of statistics, looked at as closely as all others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EveryPageOfAnalysisTest {
    @Inject
    AnsweredQuizzes answered;

    @AfterEach
    void the_invented_answers_go() {
        answered.forget();
    }

    @Test
    void pages_of_statistics() {
        answered.answer("check-the-news", 60, 4);
        String quiz = "/analysis/quizzes/" + QuizDraft.finalOf("check-the-news");
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            AdministratorJourneyTest.signInAsAdministrator(visit);
            read(visit, "statistics", "/analysis");
            read(
                    visit,
                    "statistics of a quiz nobody answered",
                    "/analysis/quizzes/" + QuizDraft.finalOf("smartphone-first-steps"));
            read(visit, "statistics of a quiz", quiz);
            String question = visit.page
                    .locator("section:has(#questions) tbody th a")
                    .first()
                    .getAttribute("href");
            read(visit, "statistics of a question", question);
            visit.open(quiz);
            visit.inEnglish();
            // Not the list: it also names courses that other tests have made, half in Ukrainian.
            visit.open(question);
        }
    }
}
