package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Walks through a course as a learner does. */
final class Walk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visit visit;
    private final String course;
    private final AnswerSheet sheet;
    private final Set<String> types = new TreeSet<>();

    Walk(Visit visit, String course, String language) {
        this.visit = visit;
        this.course = course;
        this.sheet = AnswerSheet.of(course, language);
    }

    /** The types of the questions answered so far. */
    Set<String> types() {
        return types;
    }

    AnswerSheet sheet() {
        return sheet;
    }

    Reply reply() {
        Reply reply = new Reply(visit.page, sheet);
        types.add(reply.type());
        return reply;
    }

    /** From the step that is open to the end of the lesson; answers what is asked. */
    void throughLesson() {
        while (!visit.path().endsWith("/finish")) {
            step();
        }
    }

    /** Reads the step that is open, answers its question and goes on. */
    void step() {
        if (visit.page.locator(".question-prompt").count() > 0
                && visit.page.locator("#result.notice--good").count() == 0) {
            Reply reply = reply();
            reply.right();
            if (!reply.type().equals("rehearsal")) {
                visit.press("form[action$='/response'] .btn:not(.btn--ghost)");
            }
            assertThat(visit.page.locator("#result.notice--good").count())
                    .as(visit.path())
                    .isEqualTo(1);
        }
        goOn();
    }

    void goOn() {
        visit.press("form[action$='/completion'] button");
    }

    /** From the end of a lesson through all that follow to the page before the quiz. */
    void throughFurtherLessons() {
        while (visit.path().endsWith("/finish")) {
            visit.press("main .btn:not(.btn--ghost)");
            if (visit.path().contains("/lessons/")) {
                throughLesson();
            }
        }
    }

    /** From the page before the quiz to the page of review; waits for each answer's receipt. */
    void throughQuiz() {
        visit.press("main form .btn:not(.btn--ghost)");
        while (visit.path().contains("/questions/")) {
            reply().right();
            next();
        }
        assertThat(visit.path()).endsWith("/review");
    }

    /** From a question of an attempt to the next one. */
    void next() {
        visit.press("main button[name=go][value=next]");
    }

    void submit() {
        visit.press("main form[action$='/submission'] .btn:not(.btn--ghost)");
    }

    /** Does every step of every lesson at once, by the interface for programs. */
    void finishLessonsByProgram() {
        String lessons = "/api/v1/progress/" + course + "/lessons/";
        String first = sheet.first("single-choice").lesson();
        APIResponse answer = visit.ask("PUT", lessons + first + "/steps/1");
        for (JsonNode lesson : json(answer).path("lessons")) {
            for (int step = 1; step <= lesson.path("steps").asInt(); step++) {
                String path = lessons + lesson.path("lesson").asText() + "/steps/" + step;
                assertThat(visit.ask("PUT", path).status()).as(path).isEqualTo(200);
            }
        }
    }

    /** Completes the course: the lessons by program, the quiz by hand. Leaves the result open. */
    void completeCourse() {
        finishLessonsByProgram();
        visit.open("/courses/" + course + "/quiz");
        throughQuiz();
        submit();
    }

    Locator saved() {
        return visit.page.locator("[data-save-state][data-state=saved]");
    }

    static JsonNode json(APIResponse answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
