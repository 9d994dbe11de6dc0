package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ua.stezhka.exchange.ContentFixture.COURSE;
import static ua.stezhka.exchange.ContentFixture.LESSON;
import static ua.stezhka.exchange.ContentFixture.QUESTIONS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.course.Courses;
import ua.stezhka.course.Revision;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContentLoaderTest {
    @TempDir
    Path root;

    @Inject
    ContentLoader loader;

    @Inject
    Publication publication;

    @Inject
    Courses courses;

    @Inject
    CurrentCommunity community;

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource database;

    private ContentFixture content;

    @BeforeEach
    void write_content() {
        content = new ContentFixture(root);
    }

    @AfterEach
    void load_the_real_content_again() {
        loader.load(Path.of("course-content"));
    }

    @Test
    void loading_brings_everything_and_loading_again_writes_nothing() {
        assertThat(loader.load(root)).isPositive();
        Revision tea = courses.current("tea").orElseThrow();
        assertThat(tea.lessons().getFirst().steps()).hasSize(3);
        assertThat(courses.all()).extracting(Revision::slug).containsExactly("tea");
        assertThat(community.get().places()).isNotEmpty();
        Map<String, Long> before = written();
        assertThat(loader.load(root)).isZero();
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_changed_lesson_is_a_new_revision_and_the_old_one_stays() {
        loader.load(root);
        Revision first = courses.current("tea").orElseThrow();
        content.replace(LESSON, "Вода шумить.", "Вода дуже шумить.");
        assertThat(loader.load(root)).isEqualTo(1);
        Revision second = courses.current("tea").orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(courses.revision(first.id())).isEqualTo(first);
    }

    @Test
    void a_changed_question_makes_a_new_version_of_it_and_of_its_quiz() {
        loader.load(root);
        content.replace(QUESTIONS, "Погляньте на чашку.", "Подивіться на чашку.");
        Map<String, Long> before = written();
        assertThat(loader.load(root)).isEqualTo(1);
        assertThat(written().get("question")).isGreaterThan(before.get("question"));
        assertThat(written().get("revision")).isEqualTo(before.get("revision"));
    }

    @Test
    void broken_content_is_refused_with_file_line_and_cure_and_nothing_of_it_is_loaded() {
        loader.load(root);
        content.replace(LESSON, "Вода шумить.", "Вода дуже шумить.").replace(COURSE, "band: basic", "band: easy");
        Map<String, Long> before = written();
        assertThatThrownBy(() -> loader.load(root))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("courses/tea/course.yaml:6: error: `band` has an unknown value")
                .hasMessageContaining("cure: write one of: basic, intermediate, advanced");
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void what_fails_in_the_middle_leaves_nothing_behind() {
        Map<String, Long> before = written();
        ContentFolder folder = content.folder();
        ContentFolder half = new ContentFolder(
                List.of(),
                List.of(folder.courses().getFirst(), broken(folder.courses().getFirst())),
                folder.community(),
                folder.findings());
        assertThatThrownBy(() -> publication.publish(half, Optional.empty())).isInstanceOf(RuntimeException.class);
        assertThat(written()).isEqualTo(before);
    }

    private static CourseFolder broken(CourseFolder course) {
        return new CourseFolder("coffee", course.file(), course.course(), course.languages());
    }

    @Test
    void while_another_node_publishes_this_one_waits_for_its_turn() throws Exception {
        ContentFolder folder = content.folder();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(%d)".formatted(0x636f6e74656e74L));
            }
            assertThat(publication.publish(folder, Optional.empty())).isEqualTo(new Publication.Outcome(false, 0));
            other.rollback();
        }
        assertThat(publication.publish(folder, Optional.empty()).published()).isTrue();
    }

    @Test
    void two_nodes_at_once_publish_one_revision() throws Exception {
        content.replace(COURSE, "Як заварити чай.", "Як заварити чай удвох.");
        try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var one = nodes.submit(() -> loader.load(root));
            var other = nodes.submit(() -> loader.load(root));
            assertThat(List.of(one.get(), other.get())).contains(0).anyMatch(changed -> changed > 0);
        }
    }

    /** How many rows were ever written, by table, and the newest transaction that wrote one. */
    private Map<String, Long> written() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select 'framework', count(*) + sum(xmin::text::bigint) from framework.framework
                        union all select 'edition', count(*) + sum(xmin::text::bigint) from framework.edition
                        union all select 'course', count(*) + sum(xmin::text::bigint) from course.course
                        union all select 'revision', count(*) + sum(xmin::text::bigint) from course.revision
                        union all select 'step', count(*) + sum(xmin::text::bigint) from course.step
                        union all select 'question', count(*) + sum(xmin::text::bigint) from quiz.question_version
                        union all select 'quiz', count(*) + sum(xmin::text::bigint) from quiz.quiz
                        """).map((row, context) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
