package ua.stezhka.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.quiz.WorkFixtures.WORDS;
import static ua.stezhka.quiz.WorkFixtures.mark;
import static ua.stezhka.quiz.WorkFixtures.marker;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.WorkFixtures;

/** Who reads and marks which answers, and what is told to whom. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MarkingAccessTest {
    @Inject
    WorkFixtures works;

    private TestBrowser marker;
    private String course;
    private WorkFixtures.Open work;

    @BeforeEach
    void begin() {
        marker = marker();
        course = works.course();
        work = works.submitted(TestPeople.learner(), course, WORDS);
    }

    @Test
    void nobody_marks_an_answer_of_their_own() {
        TestBrowser both = marker();
        WorkFixtures.Open own = works.submitted(both, course, WORDS);
        assertThat(both.get(own.marking()).status()).isEqualTo(404);
        assertThat(mark(both, own, 0, 3, 1, "").status()).isEqualTo(404);
        assertThat(both.get("/marking?course=" + course).page().select("a[href='" + own.marking() + "']"))
                .isEmpty();
    }

    @Test
    void only_whoever_may_mark_sees_works_and_only_everywhere() {
        TestBrowser cohort =
                TestPeople.with(new RoleGrant(Role.MENTOR, Scope.of(Scope.Kind.COHORT, UUID.randomUUID())));
        for (TestBrowser other : List.of(TestPeople.learner(), TestPeople.administrator(), cohort)) {
            assertThat(other.get("/marking").status()).isEqualTo(403);
            assertThat(other.get(work.marking()).status()).isEqualTo(403);
            assertThat(mark(other, work, 0, 3, 1, "").status()).isEqualTo(403);
        }
        for (Role role : List.of(Role.TUTOR, Role.TEACHER)) {
            assertThat(TestPeople.with(new RoleGrant(role, Scope.EVERYWHERE))
                            .get(work.marking())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_open_attempt_and_a_question_of_another_type_are_not_to_be_marked() {
        WorkFixtures.Open open = works.open(TestPeople.learner(), course);
        assertThat(marker.get(open.marking()).status()).isEqualTo(404);
        assertThat(marker.get("/marking/" + work.id() + '/' + work.choice()).status())
                .isEqualTo(404);
        assertThat(marker.get("/marking/" + work.id() + '/' + work.file()).status())
                .as("nothing was sent there")
                .isEqualTo(404);
        assertThat(marker.get("/marking/" + UUID.randomUUID() + "/1").status()).isEqualTo(404);
    }

    @Test
    void a_marker_fetches_a_file_of_a_submitted_attempt_and_of_no_other() {
        WorkFixtures.Open open = works.open(TestPeople.learner(), course);
        byte[] text = "Добрий день! Ось мої налаштування.".getBytes(StandardCharsets.UTF_8);
        open.browser().upload(open.question(open.file()) + "/files", "file", text);
        String id = works.one("select id::text from quiz.upload where attempt_id = :id", open.id());
        String file = "/marking/" + open.id() + '/' + open.file() + "/files/" + id;
        assertThat(marker.get(file).status()).as("still open").isEqualTo(404);
        open.browser().post("/attempts/" + open.id() + "/submission");
        TestBrowser.Answer fetched = marker.get(file);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).contains("мої налаштування");
        assertThat(fetched.header("Content-Disposition")).startsWith("attachment");
        assertThat(TestPeople.learner().get(file).status()).isEqualTo(403);
        assertThat(marker.get("/marking/" + work.id() + '/' + work.free() + "/files/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_key_is_told_to_no_taker() {
        WorkFixtures.Open open = works.open(TestPeople.learner(), course);
        for (int position : List.of(open.free(), open.file())) {
            assertThat(open.browser().get(open.question(position)).body())
                    .doesNotContain("secret Сказано", "secret Видно");
        }
        assertThat(open.browser().get("/api/v1/attempts/" + open.id()).body()).doesNotContain("secret");
    }

    @Test
    void programs_mark_by_the_same_rules() {
        String address = "/api/v1" + work.marking();
        assertThat(marker.get("/api/v1/marking?course=" + course).json()).hasSize(1);
        assertThat(marker.get(address).json().get("criteria")).hasSize(2);
        assertThat(marker.sendJson("POST", address + "/marks", Map.of("base", 0, "points", Map.of("clear", 9)))
                        .status())
                .isEqualTo(422);
        Map<String, Object> mark = Map.of("base", 0, "points", Map.of("clear", 2, "polite", 1), "comment", "Добре");
        assertThat(marker.sendJson("POST", address + "/marks", mark).status()).isEqualTo(200);
        assertThat(marker.sendJson("POST", address + "/marks", mark).status())
                .as("sent twice")
                .isEqualTo(200);
        TestBrowser.Answer late = marker().sendJson("POST", address + "/marks", mark);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("number").asInt()).isEqualTo(1);
    }
}
