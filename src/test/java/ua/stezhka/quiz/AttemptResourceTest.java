package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;

/** The contract between browsers and server: nothing is lost, nothing is stored twice, nothing is overwritten in silence. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AttemptResourceTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    QuizAttempts seen;

    private final TestBrowser browser = new TestBrowser();

    private JsonNode begin() {
        TestBrowser.Answer answer =
                browser.sendJson("POST", "/api/v1/courses/" + fixtures.course() + "/quiz/attempts", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String address(JsonNode attempt) {
        return "/api/v1/attempts/" + attempt.get("id").asText();
    }

    private static int position(JsonNode attempt, String type) {
        for (JsonNode question : attempt.isArray() ? attempt : attempt.get("questions")) {
            if (question.get("type").asText().equals(type)) {
                return question.get("position").asInt();
            }
        }
        throw new AssertionError(type);
    }

    private static Map<String, Object> save(UUID saveId, int base, String state, @Nullable Object answer) {
        Map<String, Object> save = new LinkedHashMap<>();
        save.put("saveId", saveId);
        save.put("baseRevision", base);
        save.put("state", state);
        save.put("answer", answer);
        return save;
    }

    private TestBrowser.Answer put(JsonNode attempt, int position, Object save) {
        return browser.sendJson("PUT", address(attempt) + "/responses/" + position, save);
    }

    @Test
    void a_saved_answer_is_acknowledged_with_its_revision_and_the_servers_time() {
        JsonNode attempt = begin();
        int position = position(attempt, "short-text");
        TestBrowser.Answer answer =
                put(attempt, position, save(UUID.randomUUID(), 0, "answered", Map.of("text", "слово")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode receipt = answer.json();
        assertThat(receipt.get("revision").asInt()).isEqualTo(1);
        assertThat(Instant.parse(receipt.get("savedAt").asText()))
                .isBefore(Instant.parse(receipt.get("serverTime").asText()).plusMillis(1));
        assertThat(receipt.get("deadline").isNull()).isTrue();
        assertThat(receipt.size()).isEqualTo(4);
        JsonNode stored = browser.get(address(attempt)).json().get("questions").get(position - 1);
        assertThat(stored.get("answer").get("text").asText()).isEqualTo("слово");
        assertThat(stored.get("state").asText()).isEqualTo("answered");
    }

    @Test
    void a_save_takes_two_statements_and_the_first_of_a_question_one_more() {
        JsonNode attempt = begin();
        int position = position(attempt, "short-text");
        TestPeople.forgetSessions();
        TestBrowser.Answer first =
                put(attempt, position, save(UUID.randomUUID(), 0, "answered", Map.of("text", "перше")));
        assertThat(first.statements()).isEqualTo(3);
        TestPeople.forgetSessions();
        TestBrowser.Answer second =
                put(attempt, position, save(UUID.randomUUID(), 1, "answered", Map.of("text", "друге")));
        assertThat(second.statements()).isEqualTo(2);
    }

    @Test
    void every_type_is_saved_and_read_back() {
        JsonNode attempt = begin();
        UUID id = UUID.fromString(attempt.get("id").asText());
        for (int position = 1; position <= attempt.get("questions").size(); position++) {
            Answer right = seen.rightAnswer(id, position);
            TestBrowser.Answer answer = put(attempt, position, save(UUID.randomUUID(), 0, "answered", right));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        JsonNode result = browser.sendJson("POST", address(attempt) + "/submission", Map.of())
                .json();
        assertThat(result.get("passed").asBoolean()).isTrue();
        assertThat(result.get("scaled").decimalValue()).isEqualByComparingTo("1");
        assertThat(browser.sendJson("POST", address(attempt) + "/submission", Map.of())
                        .json())
                .isEqualTo(result);
        assertThat(browser.get(address(attempt) + "/result").json()).isEqualTo(result);
    }

    @Test
    void programs_learn_the_groups_and_the_places_on_the_picture() {
        JsonNode questions = begin().get("questions");
        JsonNode sorting = questions.get(position(questions, "categorise") - 1).get("parts");
        assertThat(sorting.get("items")).hasSize(3);
        assertThat(sorting.get("categories")).hasSize(2);
        JsonNode places = questions.get(position(questions, "hotspot") - 1);
        assertThat(places.get("viewBox").asText()).isEqualTo("0 0 320 200");
        assertThat(places.get("choose").asInt()).isEqualTo(1);
        assertThat(places.at("/parts/regions/0/outline").asText()).isEqualTo("M10 20h60v60h-60Z");
        assertThat(places.at("/parts/regions/0/text").asText()).isEqualTo("Місце a");
    }

    @Test
    void a_replay_gets_the_first_receipt_and_changes_nothing() {
        JsonNode attempt = begin();
        int position = position(attempt, "short-text");
        Map<String, Object> first = save(UUID.randomUUID(), 0, "answered", Map.of("text", "перше"));
        JsonNode receipt = put(attempt, position, first).json();
        put(attempt, position, save(UUID.randomUUID(), 1, "answered", Map.of("text", "друге")));
        JsonNode replay = put(attempt, position, first).json();
        assertThat(replay.get("revision")).isEqualTo(receipt.get("revision"));
        assertThat(replay.get("savedAt")).isEqualTo(receipt.get("savedAt"));
        assertThat(browser.get(address(attempt))
                        .json()
                        .at("/questions/" + (position - 1) + "/answer/text")
                        .asText())
                .isEqualTo("друге");
    }

    @Test
    void a_stale_window_gets_the_stored_answer() {
        JsonNode attempt = begin();
        int position = position(attempt, "single-choice");
        put(attempt, position, save(UUID.randomUUID(), 0, "answered", Map.of("option", "1")));
        TestBrowser.Answer stale =
                put(attempt, position, save(UUID.randomUUID(), 0, "answered", Map.of("option", "2")));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        assertThat(stale.json().get("code").asText()).isEqualTo("quiz.stale_answer");
        assertThat(stale.json().get("stored"))
                .hasToString("{\"revision\":1,\"state\":\"answered\",\"answer\":{\"option\":\"1\"}}");
    }

    @Test
    void after_submission_an_answer_is_refused_as_closed() {
        JsonNode attempt = begin();
        assertThat(browser.get(address(attempt) + "/result").json().get("code").asText())
                .isEqualTo("quiz.attempt_open");
        browser.sendJson("POST", address(attempt) + "/submission", Map.of());
        TestBrowser.Answer closed = put(attempt, 1, save(UUID.randomUUID(), 0, "unknown", null));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.json().get("code").asText()).isEqualTo("quiz.attempt_closed");
    }

    @Test
    void an_answer_that_does_not_fit_is_refused_with_its_field() {
        JsonNode attempt = begin();
        int position = position(attempt, "single-choice");
        UUID id = UUID.randomUUID();
        assertRefused("option", put(attempt, position, save(id, 0, "answered", Map.of("option", "9"))));
        assertRefused("option", put(attempt, position, save(id, 0, "answered", Map.of("text", "слово"))));
        assertRefused("answer", put(attempt, position, save(id, 0, "answered", null)));
        assertRefused("state", put(attempt, position, save(id, 0, "right", Map.of("option", "1"))));
        assertRefused("baseRevision", put(attempt, position, save(id, -1, "unknown", null)));
        assertRefused("saveId", put(attempt, position, Map.of("baseRevision", 0, "state", "unknown")));
        assertRefused(
                "order",
                put(attempt, position(attempt, "ordering"), save(id, 0, "answered", Map.of("order", List.of("1")))));
        assertRefused(
                "pairs",
                put(
                        attempt,
                        position(attempt, "matching"),
                        save(id, 0, "answered", Map.of("pairs", Map.of("1", "9")))));
        assertRefused(
                "groups",
                put(
                        attempt,
                        position(attempt, "categorise"),
                        save(id, 0, "answered", Map.of("groups", Map.of("1", "9")))));
        assertRefused(
                "regions",
                put(
                        attempt,
                        position(attempt, "hotspot"),
                        save(id, 0, "answered", Map.of("regions", List.of("1", "2")))));
        assertThat(browser.send(
                                "PUT",
                                address(attempt) + "/responses/" + position,
                                BodyPublishers.ofString("<html>"),
                                "application/json")
                        .status())
                .isBetween(400, 422);
    }

    private static void assertRefused(String field, TestBrowser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("quiz.answer_malformed");
    }

    @Test
    void members_that_nobody_asked_for_change_nothing() {
        JsonNode attempt = begin();
        Map<String, Object> save = save(UUID.randomUUID(), 0, "unknown", null);
        save.putAll(Map.of(
                "score",
                1,
                "earned",
                8,
                "personId",
                UUID.randomUUID(),
                "savedAt",
                "2020-01-01T00:00:00Z",
                "revision",
                77));
        JsonNode receipt = put(attempt, 1, save).json();
        assertThat(receipt.get("revision").asInt()).isEqualTo(1);
        assertThat(receipt.get("savedAt").asText()).doesNotStartWith("2020");
    }

    @Test
    void an_empty_answer_is_a_cleared_one() {
        JsonNode attempt = begin();
        int position = position(attempt, "multiple-choice");
        put(attempt, position, save(UUID.randomUUID(), 0, "answered", Map.of("options", List.of())));
        assertThat(browser.get(address(attempt))
                        .json()
                        .at("/questions/" + (position - 1) + "/state")
                        .asText())
                .isEqualTo("cleared");
    }

    @Test
    void fifty_starts_over_http_give_fifty_equal_answers() {
        String course = fixtures.course();
        begin();
        List<String> ids = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> {
                    TestBrowser same = new TestBrowser();
                    browser.cookies().forEach(same::cookie);
                    return same.sendJson("POST", "/api/v1/courses/" + course + "/quiz/attempts", Map.of());
                })
                .map(answer -> answer.status() + " " + answer.json().path("id").asText())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(ids.getFirst()).startsWith("200 ");
    }
}
