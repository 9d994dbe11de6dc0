package ua.stezhka.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ua.stezhka.course.CourseFixtures.course;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.course.Revision.Lesson;
import ua.stezhka.course.Revision.Step;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class CoursesTest {
    @Inject
    Courses courses;

    @Inject
    Jdbi jdbi;

    private final List<String> realCourses = new java.util.ArrayList<>();

    @org.junit.jupiter.api.BeforeEach
    void remember_the_real_courses() {
        courses.all().forEach(revision -> realCourses.add(revision.slug()));
    }

    @AfterEach
    void leave_the_catalogue_as_it_was() {
        courses.withdrawAllBut(realCourses);
    }

    @Test
    void a_course_is_read_as_it_was_published() {
        courses.publish(course("whole", "Підсумок."));
        Revision revision = courses.current("whole").orElseThrow();
        assertThat(revision.courseId()).isEqualTo(Courses.idOf("whole"));
        assertThat(revision.number()).isEqualTo(1);
        assertThat(revision.languages()).containsExactly("uk", "en");
        assertThat(revision.audience()).containsExactly("everyone");
        assertThat(revision.competences()).containsExactly(new Revision.Target("devices", "A1"));
        assertThat(revision.quiz()).isEqualTo(new Revision.FinalQuiz(10, 70, 8));
        assertThat(revision.minutes()).isEqualTo(5);
        Lesson lesson = revision.lesson("water").orElseThrow();
        assertThat(lesson.steps()).extracting(Step::id).containsExactly("why", "how-much");
        assertThat(lesson.step("how-much").orElseThrow().question()).contains("how-much");
        assertThat(lesson.stepAt(1).orElseThrow().question()).isEmpty();
    }

    @Test
    void steps_come_drawn_in_each_language_and_clean_whatever_was_stored() {
        courses.publish(course("drawn", "Підсумок."));
        Step step = courses.current("drawn")
                .orElseThrow()
                .lessons()
                .getFirst()
                .steps()
                .getFirst();
        Document uk = Jsoup.parseBodyFragment(step.html().uk());
        assertThat(uk.select("script")).isEmpty();
        assertThat(uk.select("figure.picture svg[role=img]").attr("aria-label")).isEqualTo("Чашка \"біла\".");
        assertThat(uk.select("figure.picture svg path")).hasSize(1);
        assertThat(uk.select("[role=note]").text()).isEqualTo("Спробуйте Налийте.");
        Document en = Jsoup.parseBodyFragment(String.valueOf(step.html().en()));
        assertThat(en.select("[role=note]").text()).isEqualTo("Try it Pour.");
        assertThat(en.text()).contains("No tea without water.");
    }

    @Test
    void publishing_twice_makes_one_revision() {
        assertThat(courses.publish(course("twice", "Підсумок."))).isTrue();
        assertThat(courses.publish(course("twice", "Підсумок."))).isFalse();
        assertThat(revisionsOf("twice")).isEqualTo(1);
    }

    @Test
    void a_change_makes_a_second_revision_and_the_first_stays_readable() {
        courses.publish(course("changed", "Перший підсумок."));
        Revision first = courses.current("changed").orElseThrow();
        assertThat(courses.publish(course("changed", "Другий підсумок."))).isTrue();
        Revision second = courses.current("changed").orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.summary().uk()).isEqualTo("Другий підсумок.");
        assertThat(courses.revision(first.id())).isEqualTo(first);
        assertThat(first.summary().uk()).isEqualTo("Перший підсумок.");
        assertThat(second.lessons())
                .extracting(Lesson::id)
                .isEqualTo(first.lessons().stream().map(Lesson::id).toList());
    }

    @Test
    void going_back_to_old_content_shows_the_old_revision_again() {
        courses.publish(course("back", "Перший підсумок."));
        UUID first = courses.current("back").orElseThrow().id();
        courses.publish(course("back", "Другий підсумок."));
        assertThat(courses.publish(course("back", "Перший підсумок."))).isTrue();
        assertThat(courses.current("back").orElseThrow().id()).isEqualTo(first);
        assertThat(revisionsOf("back")).isEqualTo(2);
    }

    @Test
    void a_withdrawn_course_leaves_the_catalogue_and_stays_readable_for_those_who_have_it() {
        courses.publish(course("gone", "Підсумок."));
        Revision revision = courses.current("gone").orElseThrow();
        assertThat(courses.withdrawAllBut(realCourses)).isEqualTo(1);
        assertThat(courses.withdrawAllBut(realCourses)).isZero();
        assertThat(courses.current("gone")).isEmpty();
        assertThat(courses.all()).doesNotContain(revision);
        assertThat(courses.revision(revision.id())).isEqualTo(revision);
        assertThat(courses.publish(course("gone", "Підсумок."))).isTrue();
        assertThat(courses.current("gone")).contains(revision);
    }

    @Test
    void an_unknown_course_or_revision_is_not_found() {
        assertThat(courses.current("no-such-course")).isEmpty();
        assertThatThrownBy(() -> courses.revision(UUID.randomUUID())).isInstanceOf(Problem.NotFound.class);
    }

    private int revisionsOf(String slug) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from course.revision where course_id = :id")
                        .bind("id", Courses.idOf(slug))
                        .mapTo(Integer.class)
                        .one());
    }
}
