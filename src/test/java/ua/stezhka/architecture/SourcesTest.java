package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files of the repository look like. */
class SourcesTest {
    private static final int MOST_LINES = 300;
    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch\\s*\\(\\s*(?:final\\s+)?(?:Exception|Throwable|RuntimeException)\\b");
    private static final Pattern PROMISES = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b|@author");

    /** SQL with something in it that is no constant; constants such as a list of columns may be joined. */
    private static final Pattern JOINED_SQL = Pattern.compile(
            "(?is)\"\\s*(?:select|insert into|update|delete from|where|order by)\\b[^\"]*\"\\s*\\+\\s*(?-i:[a-z])"
                    + "|(?-i:[a-z)])\\s*\\+\\s*\"\\s*(?:where|order by|from|and|limit)\\s"
                    + "|\"{3}\\s*(?:select|insert into|update|delete from|with)\\b(?:(?!\"{3}).)*\"{3}\\s*(?:\\+\\s*(?-i:[a-z])|\\.formatted\\()");

    private static final Pattern UKRAINIAN_TEXT =
            Pattern.compile("\"[^\"\\n]*[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’]{2,},? [^\"\\n]*[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’]{2,}[^\"\\n]*\"");
    private static final Pattern ADR_NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

    @Test
    void a_file_is_short_enough_to_read() {
        assertThat(Stream.concat(House.javaSources().stream(), House.testSources().stream())
                        .filter(file -> House.read(file).lines().count() > MOST_LINES)
                        .map(House::name))
                .as("files over " + MOST_LINES + " lines")
                .isEmpty();
    }

    @Test
    void every_package_says_in_one_sentence_what_it_is_for() {
        assertThat(House.javaSources().stream().map(Path::getParent).distinct().filter(folder -> !isExplained(folder)))
                .as("packages without @NullMarked package-info.java with a sentence")
                .isEmpty();
    }

    @Test
    void nobody_catches_everything() {
        assertThat(findings(House.javaSources(), CATCHES_ALL)).isEmpty();
    }

    @Test
    void nothing_is_promised_for_later() {
        assertThat(findings(House.javaSources(), PROMISES)).isEmpty();
    }

    @Test
    void sql_is_never_joined_from_pieces() {
        assertThat(findings(House.javaSources(), JOINED_SQL)).isEmpty();
    }

    @Test
    void texts_of_the_interface_stand_in_the_message_files() {
        assertThat(findings(House.javaSources(), UKRAINIAN_TEXT)).isEmpty();
    }

    @Test
    void an_architecture_decision_has_a_number_of_its_own() {
        List<String> names = House.files(House.ROOT.resolve("src/docs/adr"), ".md").stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(names).isNotEmpty().allMatch(name -> ADR_NAME.matcher(name).matches());
        assertThat(names.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
    }

    private static boolean isExplained(Path folder) {
        Path info = folder.resolve("package-info.java");
        return Files.exists(info)
                && House.read(info).contains("@NullMarked")
                && House.read(info).startsWith("/**");
    }

    private static Stream<String> findings(List<Path> files, Pattern forbidden) {
        return files.stream().flatMap(file -> {
            String text = House.read(file);
            return forbidden.matcher(text).results().map(found -> place(file, text, found));
        });
    }

    private static String place(Path file, String text, MatchResult found) {
        return House.name(file)
                + ':'
                + House.lineOf(text, found.start())
                + ' '
                + found.group().strip();
    }
}
