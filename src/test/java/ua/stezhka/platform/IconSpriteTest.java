package ua.stezhka.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every icon that a page uses is in the one picture file. */
class IconSpriteTest {
    private static final Pattern USE = Pattern.compile("icons\\.svg#([a-z0-9-]+)");

    @Test
    void every_icon_of_the_templates_is_in_the_list() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(IconSpriteTest::mayUseIcons).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    used.add(use.group(1));
                }
            }
        }
        assertThat(IconSprite.names()).containsAll(used);
    }

    @Test
    void the_list_is_in_order_and_every_name_was_found_in_the_library() throws IOException {
        List<String> names = IconSprite.names();
        assertThat(names).isSorted().doesNotHaveDuplicates();
        String sprite = Files.readString(Path.of("target/classes/META-INF/resources/assets/icons.svg"));
        assertThat(names).allSatisfy(name -> assertThat(sprite).contains("<symbol id=\"" + name + "\""));
    }

    private static boolean mayUseIcons(Path file) {
        return Stream.of(".html", ".java", ".js", ".css").anyMatch(file.toString()::endsWith);
    }
}
