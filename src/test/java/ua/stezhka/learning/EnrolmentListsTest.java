package ua.stezhka.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.QuizFixtures;

/** What people began stays in the lists, also when the course is gone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EnrolmentListsTest {
    @Inject
    QuizFixtures fixtures;

    @Inject
    Jdbi jdbi;

    @Test
    void an_enrolment_in_a_withdrawn_course_keeps_its_title_and_leads_nowhere() {
        String course = fixtures.course();
        TestBrowser learner = TestPeople.learner();
        UUID person = UUID.fromString(learner.get("/api/v1/me").json().get("id").asText());
        jdbi.useHandle(handle -> {
            handle.execute("""
                            insert into learning.enrolment (id, person_id, course_id, revision_id, started_at)
                            select ?, ?, id, current_revision_id, now() from course.course where id = ?""", UUID.randomUUID(), person, Courses.idOf(course));
            handle.execute("update course.course set withdrawn_at = now() where id = ?", Courses.idOf(course));
        });
        TestBrowser.Answer list = TestPeople.administrator().get("/administration/enrolments?person=" + person);
        Document page = list.page();
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody td[data-label=Курс]").text()).endsWith("(уже не в каталозі)");
        assertThat(page.select("tbody td[data-label=Курс] span").first().text()).isNotBlank();
        assertThat(page.select("tbody a[href^=/courses/]")).isEmpty();
        assertThat(list.statements())
                .as("four for the list, two for the line of the audit trail")
                .isLessThanOrEqualTo(6);
    }
}
