package ua.stezhka.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.Frame;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Copies of lessons are the same for everybody, and what was done with them counts for who did it, once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LessonCopyTest {
    private static final String LESSON = "/courses/internet-safety/lessons/bank-call";
    private static final String COPY = "/offline/uk" + LESSON;
    private static final String STEPS = "/api/v1/progress/internet-safety/lessons/bank-call/steps/";

    @Inject
    Jdbi jdbi;

    @Test
    void a_copy_is_the_same_for_everybody_and_says_nothing_of_anybody() {
        String name = "Віра Приклад " + TestPeople.suffix();
        TestBrowser person = TestPeople.register(name);
        person.post("/comfort", "lang", "en", "text", "150", "next", "/");
        TestBrowser.Answer answer = person.get(COPY);
        assertThat(answer.body()).isEqualTo(new TestBrowser().get(COPY).body()).doesNotContain("data-person", name);
        assertThat(answer.page().select("html").attr("lang")).isEqualTo("uk");
        assertThat(answer.statements()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_copy_holds_every_step_as_the_lesson_shows_it() {
        TestBrowser stranger = new TestBrowser();
        Document copy = stranger.get(COPY).page();
        List<Element> sections = copy.select("section[data-step]");
        assertThat(sections)
                .hasSize(stranger.get(LESSON + "/steps/1")
                        .page()
                        .select(".path i")
                        .size());
        for (Element section : sections) {
            Document step =
                    stranger.get(LESSON + "/steps/" + section.attr("data-step")).page();
            assertThat(section.select("h1").text()).isEqualTo(step.select("h1").text());
            assertThat(section.select(".measure > :not(form)").outerHtml())
                    .isEqualTo(step.select("#step > :not(form)").outerHtml());
            assertThat(section.select("[data-question] label").eachText())
                    .isEqualTo(step.select("#step form label").eachText());
        }
    }

    @Test
    void who_has_the_copy_as_it_is_gets_nothing_new() {
        String print = new TestBrowser().get(COPY).header("ETag");
        TestBrowser.Answer again =
                new TestBrowser().header("If-None-Match", print).get(COPY);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_size_of_a_course_is_told_before_it_is_loaded() {
        TestBrowser stranger = new TestBrowser();
        JsonNode course =
                stranger.get("/api/v1/courses/internet-safety/copy?lang=en").json();
        long bytes = 0;
        for (JsonNode lesson : course.path("lessons")) {
            TestBrowser.Answer copy = stranger.get(lesson.path("address").asText());
            assertThat(copy.header("ETag")).isEqualTo('"' + lesson.path("print").asText() + '"');
            assertThat(copy.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .hasSize(lesson.path("bytes").asInt());
            bytes += lesson.path("bytes").asLong();
        }
        for (JsonNode file : course.path("files")) {
            TestBrowser.Answer found = stranger.get(file.asText());
            assertThat(found.status()).as(file.asText()).isEqualTo(200);
        }
        assertThat(course.path("bytes").asLong()).isGreaterThan(bytes).isLessThan(1_500_000);
        assertThat(stranger.get("/api/v1/courses/nothing/copy").status()).isEqualTo(404);
    }

    @Test
    void a_copy_stands_at_the_address_of_its_lesson_whoever_had_it_drawn() {
        TestBrowser stranger = new TestBrowser();
        JsonNode course =
                stranger.get("/api/v1/courses/check-the-news/copy?lang=en").json();
        for (JsonNode lesson : course.path("lessons")) {
            String copy = lesson.path("address").asText();
            Document page = stranger.get(copy).page();
            assertThat(page.select("input[name=next]").eachAttr("value"))
                    .as(copy)
                    .containsOnly(copy.replace("/offline/en", ""));
        }
        assertThat(stranger.get("/offline/uk").page().select("input[name=next]").eachAttr("value"))
                .containsOnly("/");
    }

    @Test
    void everything_a_copy_needs_is_named_to_be_kept_with_it() {
        TestBrowser stranger = new TestBrowser();
        List<String> named = List.of(stranger.get(COPY)
                .page()
                .select("[data-files]")
                .attr("data-files")
                .split(" "));
        for (String path : List.of(COPY, "/offline/uk")) {
            List<String> needed = new ArrayList<>();
            Document page = stranger.get(path).page();
            needed.addAll(page.select("[src]").eachAttr("src"));
            needed.addAll(page.select("link[rel=stylesheet], link[rel=preload], link[rel=icon]")
                    .eachAttr("href"));
            page.select("use").eachAttr("href").forEach(icon -> needed.add(icon.replaceAll("#.*", "")));
            assertThat(needed).as(path).isNotEmpty();
            assertThat(named).as(path).containsAll(needed);
        }
    }

    @Test
    void other_languages_and_lessons_are_not_there() {
        for (String path :
                List.of("/offline/ru", "/offline/de" + LESSON, COPY + "s", "/offline/uk/courses/no/lessons/no")) {
            assertThat(new TestBrowser().get(path).status()).as(path).isEqualTo(404);
        }
    }

    private record Question(int step, String version, String right, String other) {
        static Question first() {
            for (Element form : new TestBrowser().get(COPY).page().select("form[data-check]")) {
                if (form.attr("data-check").contains("single-choice")) {
                    String right = form.attr("data-check").replaceAll(".*\"right\":\\[\"(\\d)\"].*", "$1");
                    return new Question(
                            Integer.parseInt(form.closest("section").attr("data-step")),
                            form.select("[name=version]").attr("value"),
                            right,
                            right.equals("1") ? "2" : "1");
                }
            }
            throw new AssertionError("no single choice in " + COPY);
        }

        Map<String, Object> with(String option) {
            return Map.of("version", version, "fields", Map.of("option", List.of(option)));
        }

        String address(UUID save) {
            return STEPS + step + "/responses/" + save;
        }
    }

    @Test
    void an_answer_is_kept_and_counted_once_however_often_it_comes() {
        Question question = Question.first();
        TestBrowser person = TestPeople.learner();
        String key = Frame.keyOf(TestPeople.idOf(person));
        UUID save = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            JsonNode kept = person.header("Person-Key", key)
                    .sendJson("PUT", question.address(save), question.with(question.right()))
                    .json();
            assertThat(kept.path("given").asBoolean()).isTrue();
            assertThat(kept.path("right").asBoolean()).isTrue();
        }
        assertThat(checksOf(TestPeople.idOf(person))).isEqualTo(1);
        assertThat(person.get(LESSON + "/steps/" + question.step()).page().select("#result.notice--good"))
                .hasSize(1);
    }

    private int checksOf(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from quiz.attempt_event e join quiz.attempt a on a.id = e.attempt_id
                        where a.person_id = :person and e.kind = 'check'""")
                .bind("person", person)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void what_somebody_did_is_not_sent_for_somebody_else() {
        Question question = Question.first();
        TestBrowser other = TestPeople.learner();
        UUID id = TestPeople.idOf(other);
        String key = Frame.keyOf(UUID.randomUUID());
        assertThat(other.header("Person-Key", key)
                        .sendJson("PUT", question.address(UUID.randomUUID()), question.with("1"))
                        .status())
                .isEqualTo(401);
        assertThat(other.sendJson("PUT", STEPS + 1, Map.of()).status()).isEqualTo(401);
        assertThat(new TestBrowser()
                        .header("Person-Key", key)
                        .sendJson("PUT", STEPS + 1, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(checksOf(id)).isZero();
        assertThat(other.without("Person-Key")
                        .get("/api/v1/progress/internet-safety")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_stranger_who_began_without_a_network_becomes_one_guest() {
        Question question = Question.first();
        TestBrowser stranger = new TestBrowser().header("Person-Key", "");
        assertThat(stranger.sendJson("PUT", STEPS + 1, Map.of()).status()).isEqualTo(200);
        assertThat(stranger.sendJson("PUT", question.address(UUID.randomUUID()), question.with(question.other()))
                        .json()
                        .path("right")
                        .asBoolean())
                .isFalse();
        JsonNode lesson = stranger.get("/api/v1/progress/internet-safety")
                .json()
                .path("lessons")
                .get(0);
        assertThat(lesson.path("stepsDone").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_done_long_ago_does_not_lead_back_and_is_told_with_its_time() {
        TestBrowser person = TestPeople.learner();
        person.sendJson("PUT", STEPS + 1, Map.of());
        assertThat(resumeAt(person.sendJson("PUT", STEPS + 2, Map.of()))).isEqualTo(3);
        assertThat(resumeAt(person.sendJson("PUT", STEPS + "1?ago=7200", Map.of())))
                .isEqualTo(3);
        assertThat(resumeAt(person.sendJson("PUT", STEPS + "1?ago=-5", Map.of())))
                .isEqualTo(2);
        person.sendJson("PUT", STEPS + "3?ago=7200", Map.of());
        Question question = Question.first();
        person.sendJson("PUT", question.address(UUID.randomUUID()) + "?ago=7200", question.with("1"));
        assertThat(hoursAgo(TestPeople.idOf(person))).containsExactly(2, 2, 0, 0);
    }

    private static int resumeAt(TestBrowser.Answer progress) {
        return progress.json().path("lessons").get(0).path("resumeAt").asInt();
    }

    /** When the last deeds of a person happened, the newest deed first. */
    private List<Integer> hoursAgo(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select round(extract(epoch from now() - s.occurred_at) / 3600)
                        from xapi.statement s join account.person p on p.actor_id = s.actor_id
                        where p.id = :person and (s.verb like '%progressed' or s.verb like '%answered')
                        order by s.stored_at desc, s.id desc""")
                .bind("person", person)
                .mapTo(Integer.class)
                .list());
    }

    @Test
    void answers_that_fit_no_longer_or_never_did_are_refused_and_nothing_is_kept() {
        Question question = Question.first();
        TestBrowser person = TestPeople.learner();
        String address = question.address(UUID.randomUUID());
        Map<String, Object> changed = Map.of("version", UUID.randomUUID(), "fields", Map.of("option", List.of("1")));
        assertThat(person.sendJson("PUT", address, changed).status()).isEqualTo(409);
        List<Map<String, Object>> malformed = new ArrayList<>(Arrays.asList(
                Map.of(),
                Map.of("fields", Map.of("option", List.of("1"))),
                question.with("77"),
                Map.of("version", question.version(), "fields", java.util.Collections.singletonMap("option", null)),
                Map.of("version", question.version(), "fields", Map.of("option", Arrays.asList("1", null)))));
        for (Map<String, Object> body : malformed) {
            assertThat(person.sendJson("PUT", address, body).status())
                    .as("" + body)
                    .isEqualTo(422);
        }
        assertThat(person.sendJson("PUT", address.replace("/steps/" + question.step(), "/steps/1"), question.with("1"))
                        .status())
                .isEqualTo(404);
        assertThat(person.sendJson("PUT", address, question.with(""))
                        .json()
                        .path("given")
                        .asBoolean())
                .isFalse();
        assertThat(checksOf(TestPeople.idOf(person))).isZero();
    }
}
