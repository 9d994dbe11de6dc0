package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.stezhka.course.Courses;
import ua.stezhka.platform.CurrentCommunity;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ContentPrintTest {
    @TempDir
    Path root;

    @TempDir
    Path program;

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

    private ContentFixture content;

    @BeforeEach
    void write_content_and_program() throws IOException {
        content = new ContentFixture(root);
        for (String jar : new String[] {"app/stezhka.jar", "quarkus/generated.jar", "lib/main/markdown-1.jar"}) {
            Files.createDirectories(program.resolve(jar).getParent());
            Files.writeString(program.resolve(jar), jar);
        }
    }

    @AfterEach
    void load_the_real_content_again() {
        loader.load(Path.of("course-content"));
    }

    @Test
    void what_was_published_is_known_at_the_next_start() {
        loader.load(root, Optional.of(program));
        assertThat(publication.shows(print())).isTrue();
        assertThat(loader.load(root, Optional.of(program))).isZero();
        assertThat(courses.current("tea")).isPresent();
    }

    /** Seen by a broken folder that passes for published. */
    @Test
    void a_known_folder_is_not_read_again_but_for_the_card_of_the_community() {
        content.replace(ContentFixture.COURSE, "band: basic", "band: easy");
        jdbi.useHandle(handle -> handle.execute(
                "insert into exchange.publication (single, print, published_at) values (true, ?, now())", print()));
        community.set(null);
        assertThat(loader.load(root, Optional.of(program))).isZero();
        assertThat(community.get().places()).isNotEmpty();
        content.write("courses/tea/notes.txt", "ще рядок");
        assertThatThrownBy(() -> loader.load(root, Optional.of(program))).isInstanceOf(StartRefused.class);
    }

    @Test
    void a_changed_folder_is_published_and_known_from_then_on() {
        loader.load(root, Optional.of(program));
        content.replace(ContentFixture.LESSON, "Вода шумить.", "Вода дуже шумить.");
        assertThat(publication.shows(print())).isFalse();
        assertThat(loader.load(root, Optional.of(program))).isEqualTo(1);
        assertThat(publication.shows(print())).isTrue();
    }

    @Test
    void a_broken_folder_is_not_known_and_what_stood_before_stays_known() {
        loader.load(root, Optional.of(program));
        String good = print();
        content.replace(ContentFixture.COURSE, "band: basic", "band: easy");
        assertThatThrownBy(() -> loader.load(root, Optional.of(program))).isInstanceOf(StartRefused.class);
        assertThat(publication.shows(print())).isFalse();
        assertThat(publication.shows(good)).isTrue();
    }

    @Test
    void content_of_a_program_without_print_makes_the_last_print_unknown() {
        loader.load(root, Optional.of(program));
        loader.load(Path.of("course-content"));
        assertThat(publication.shows(print())).isFalse();
    }

    @Test
    void another_program_reads_the_same_folder_again() throws IOException {
        String before = print();
        Files.writeString(program.resolve("app/stezhka.jar"), "app/stezhka.jaR");
        String newProgram = print();
        Files.move(program.resolve("lib/main/markdown-1.jar"), program.resolve("lib/main/markdown-2.jar"));
        assertThat(newProgram).isNotEqualTo(before);
        assertThat(print()).isNotEqualTo(before).isNotEqualTo(newProgram);
    }

    @Test
    void a_file_that_moves_and_a_file_behind_a_link_change_the_print() throws IOException {
        String before = print();
        Path elsewhere =
                Files.move(root.resolve("courses/tea"), program.resolveSibling(program.getFileName() + "-tea"));
        Files.createSymbolicLink(root.resolve("courses/tea"), elsewhere);
        assertThat(print()).isEqualTo(before);
        Files.writeString(elsewhere.resolve("course.yaml"), "інше");
        assertThat(print()).isNotEqualTo(before);
        Files.move(root.resolve("programme"), root.resolve("program"));
        assertThat(print()).isNotEqualTo(before);
    }

    @Test
    void without_a_package_or_with_an_endless_link_there_is_no_print() throws IOException {
        assertThat(ContentPrint.of(root, Optional.empty())).isEmpty();
        assertThat(ContentPrint.of(root, Optional.of(root))).isEmpty();
        Files.createSymbolicLink(root.resolve("courses/again"), root);
        assertThat(ContentPrint.of(root, Optional.of(program))).isEmpty();
    }

    private String print() {
        return ContentPrint.of(root, Optional.of(program)).orElseThrow();
    }
}
