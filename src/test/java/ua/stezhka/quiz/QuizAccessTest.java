package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;

/** Other people’s attempts look like none, and an open attempt tells nothing of its key. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuizAccessTest {
    private static final List<String> READS = List.of("", "/questions/1", "/review", "/result", "/log");

    @Inject
    QuizFixtures fixtures;

    @Inject
    QuizAttempts seen;

    private final TestBrowser owner = new TestBrowser();

    private String begin() {
        return owner.post("/courses/" + fixtures.course() + "/quiz/attempts").location();
    }

    private static Map<String, Object> unknown() {
        return Map.of("saveId", UUID.randomUUID(), "baseRevision", 0, "state", "unknown");
    }

    private static String problem(TestBrowser.Answer answer) {
        return answer.status() + " "
                + answer.body().replaceAll("[0-9a-f]{16}", "").replaceAll("/attempts/[0-9a-f-]{36}", "");
    }

    @Test
    void what_belongs_to_others_looks_like_what_never_was() {
        String attempt = begin();
        TestBrowser other = new TestBrowser();
        other.post("/courses/" + fixtures.course() + "/quiz/attempts");
        String never = "/attempts/" + UUID.randomUUID();
        for (String read : READS) {
            assertThat(other.get(attempt + read).status()).as(read).isEqualTo(404);
            assertThat(problem(other.get(attempt + read))).isEqualTo(problem(other.get(never + read)));
        }
        assertThat(other.post(attempt + "/submission").status()).isEqualTo(404);
        assertThat(other.post(attempt + "/questions/1/response", "go", "next").status())
                .isEqualTo(404);
        String api = "/api/v1" + attempt;
        assertThat(other.get(api).status()).isEqualTo(404);
        assertThat(other.get(api + "/result").status()).isEqualTo(404);
        assertThat(other.sendJson("POST", api + "/submission", Map.of()).status())
                .isEqualTo(404);
        assertThat(problem(other.sendJson("PUT", api + "/responses/1", unknown())))
                .isEqualTo(problem(other.sendJson("PUT", "/api/v1" + never + "/responses/1", unknown())));
        assertThat(owner.get(attempt + "/questions/1").status()).isEqualTo(200);
    }

    @Test
    void without_an_identity_nothing_is_told() {
        String attempt = begin();
        TestBrowser nobody = new TestBrowser();
        for (String read : READS) {
            assertThat(nobody.get(attempt + read).status()).as(read).isEqualTo(401);
        }
        assertThat(nobody.sendJson("PUT", "/api/v1" + attempt + "/responses/1", unknown())
                        .status())
                .isEqualTo(401);
        assertThat(nobody.get("/api/v1" + attempt).status()).isEqualTo(401);
    }

    @Test
    void a_practice_is_no_attempt_to_open() {
        String course = fixtures.course();
        String step = "/courses/" + course + "/lessons/bank-call/steps/1";
        assertThat(owner.post(step + "/response", "option", "1").status()).isEqualTo(303);
        UUID practice = seen.practiceOf(QuizDraft.lessonOf(course, "bank-call"));
        assertThat(owner.get("/attempts/" + practice + "/questions/1").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/attempts/" + practice).status()).isEqualTo(404);
        assertThat(owner.sendJson("PUT", "/api/v1/attempts/" + practice + "/responses/1", unknown())
                        .status())
                .isEqualTo(404);
    }

    /** Each word of the key, each id of the content and each explanation of the fixture contains the same word. */
    @Test
    void no_page_and_no_json_of_an_open_attempt_tells_anything_of_the_key() {
        String attempt = begin();
        UUID id = UUID.fromString(attempt.substring("/attempts/".length()));
        StringBuilder payloads = new StringBuilder();
        for (int position = 1; position <= QuizFixtures.LENGTH; position++) {
            payloads.append(owner.get(attempt + "/questions/" + position).body());
            if (!(seen.rightAnswer(id, position) instanceof Answer.ShortText)
                    && !(seen.rightAnswer(id, position) instanceof Answer.Gaps)
                    && !(seen.rightAnswer(id, position) instanceof Answer.NumberEntry)) {
                payloads.append(PaperForm.open(owner, attempt + "/questions/" + position)
                        .answer(seen.rightAnswer(id, position))
                        .press("next")
                        .body());
            }
            payloads.append(owner.get(attempt + "/questions/" + position).body());
        }
        payloads.append(owner.get(attempt + "/review").body());
        payloads.append(owner.get(attempt + "/log").body());
        payloads.append(owner.get("/api/v1" + attempt).body());
        payloads.append(owner.sendJson("PUT", "/api/v1" + attempt + "/responses/1", unknown())
                .body());
        payloads.append(owner.sendJson("PUT", "/api/v1" + attempt + "/responses/1", Map.of("saveId", "x"))
                .body());
        assertThat(payloads.toString())
                .doesNotContain(QuizFixtures.SECRET)
                .doesNotContain("987654")
                .doesNotContainIgnoringCase("\"score")
                .doesNotContainIgnoringCase("earned")
                .doesNotContain("option--right")
                .doesNotContain("verdict");
    }
}
