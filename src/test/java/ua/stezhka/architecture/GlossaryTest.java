package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that GLOSSARY.md rules out do not stand in code, database or interface. */
class GlossaryTest {
    /** Messages of the start speak of the operating system, in its words. */
    private static final String TOLD_TO_WHO_RUNS_THE_MACHINE = "start";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\|$");
    private static final Pattern PARTS_OF_A_NAME =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final Pattern DEFINED_IN_SQL = Pattern.compile(
            "(?m)^(?:create table (?:if not exists )?[a-z]+\\.([a-z_0-9]+)|\\s+([a-z][a-z_0-9]*) (?:uuid|text|int|bigint|smallint|numeric|boolean|bool|date|timestamptz|jsonb|bytea|char))");

    @Test
    void code_speaks_the_words_of_the_glossary() {
        Set<String> ruledOut = ruledOut("### In code").collect(Collectors.toSet());

        assertThat(names().filter(name -> wordsOf(name).anyMatch(ruledOut::contains))
                        .distinct())
                .isEmpty();
    }

    @Test
    void ukrainian_texts_speak_the_words_of_the_glossary() {
        assertThat(findings("uk", "### In Ukrainian texts")).isEmpty();
    }

    @Test
    void english_texts_speak_the_words_of_the_glossary() {
        assertThat(findings("en", "### In English texts")).isEmpty();
    }

    private static Stream<String> names() {
        Stream<String> inJava = House.ownClasses()
                .filter(type -> !type.getSimpleName().isEmpty())
                .flatMap(type -> Stream.of(
                                Stream.of(type.getSimpleName()),
                                type.getMembers().stream()
                                        .map(JavaMember::getName)
                                        .filter(name -> !name.contains("$")),
                                paths(type))
                        .flatMap(names -> names));
        Stream<String> inSql = House.files(House.RESOURCES.resolve("db/migration"), ".sql").stream()
                .flatMap(file -> DEFINED_IN_SQL.matcher(House.read(file)).results())
                .map(GlossaryTest::firstGroup);
        return Stream.concat(inJava, inSql);
    }

    private static Stream<String> paths(JavaClass type) {
        return Stream.concat(
                type.tryGetAnnotationOfType(Path.class).map(Path::value).stream(),
                type.getMethods().stream()
                        .flatMap(method -> method.tryGetAnnotationOfType(Path.class).map(Path::value).stream()));
    }

    private static String firstGroup(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static Stream<String> wordsOf(String name) {
        return PARTS_OF_A_NAME.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static List<String> findings(String language, String heading) {
        String alternatives = ruledOut(heading)
                .map(word -> word.endsWith("…")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}’]*"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|"));
        Pattern ruledOut = Pattern.compile(
                "(?<![\\p{L}’])(?:" + alternatives + ")(?![\\p{L}’])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Bundle.all(language).values().stream()
                .filter(bundle -> !bundle.module().equals(TOLD_TO_WHO_RUNS_THE_MACHINE))
                .flatMap(bundle -> bundle.texts().entrySet().stream().flatMap(text -> found(ruledOut, bundle, text)))
                .toList();
    }

    private static Stream<String> found(Pattern ruledOut, Bundle bundle, Map.Entry<String, String> text) {
        return ruledOut.matcher(text.getValue())
                .results()
                .map(word -> House.name(bundle.file()) + ": " + text.getKey() + " says " + word.group());
    }

    private static Stream<String> ruledOut(String heading) {
        String glossary = House.read(House.ROOT.resolve("GLOSSARY.md"));
        int start = glossary.indexOf(heading);
        assertThat(start).as("GLOSSARY.md has the heading " + heading).isNotNegative();
        int end = glossary.indexOf("\n### ", start + 1);
        List<String> words = ROW.matcher(end < 0 ? glossary.substring(start) : glossary.substring(start, end))
                .results()
                .skip(1)
                .flatMap(row -> Arrays.stream(row.group(1).split(",\\s*")))
                .map(String::strip)
                .toList();
        assertThat(words).as("words under " + heading).isNotEmpty();
        return words.stream();
    }
}
