package ua.stezhka.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CourseContentTest {
    @Test
    void everything_that_people_read_keeps_the_rules_of_the_format() {
        ContentFolder content = ContentFolder.read(Path.of("course-content"));
        assertThat(content.findings().errors()).isEmpty();
        assertThat(content.frameworks()).isNotEmpty();
        assertThat(content.community()).isPresent();
    }
}
