package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestDatabase;

/** Lessons and quizzes work in a browser that runs no script. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WithoutScriptTest {

    @Test
    void every_type_of_question_is_answered_in_a_lesson() {
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            Walk walk = new Walk(visit, "internet-safety", "uk");
            for (String type : AnswerSheet.TYPES) {
                visit.open(walk.sheet().first(type).address("internet-safety"));
                walk.step();
            }
            assertThat(walk.types()).containsExactlyInAnyOrderElementsOf(AnswerSheet.TYPES);
        }
    }

    @Test
    void a_quiz_is_passed() {
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            Walk walk = new Walk(visit, "smartphone-first-steps", "uk");
            visit.open("/courses/smartphone-first-steps/quiz");
            walk.throughQuiz();
            walk.submit();
            assertThat(visit.path()).endsWith("/result");
            assertThat(visit.page.locator("li.done .verdict--right").count()).isEqualTo(10);
        }
    }
}
