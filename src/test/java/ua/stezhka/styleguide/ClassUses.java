package ua.stezhka.styleguide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where templates, scripts and drawings of the product name classes of the stylesheet. */
final class ClassUses {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![\\w-])(?:class|[a-z]+Class|width)=([\"'])((?:\\{[^}]*}|(?!\\1).)*)\\1");
    private static final Pattern STRING = Pattern.compile("[\"']([a-z][a-z0-9 -]*)[\"']");
    /** The words that views have for a stop of the path. */
    private static final Set<String> STOPS = Set.of("done", "here", "ahead", "unknown");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

    private final Set<String> words = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    private ClassUses() {}

    static ClassUses ofTheProduct() {
        ClassUses uses = new ClassUses();
        read(MAIN.resolve("resources/templates"), ".html", uses::fromMarkup);
        read(Path.of("course-content"), ".svg", uses::fromMarkup);
        read(MAIN.resolve("resources/META-INF/resources/assets"), ".js", uses::fromCode);
        read(MAIN.resolve("java"), "SafeSvg.java", uses::fromCode);
        uses.words.addAll(STOPS);
        return uses;
    }

    /** Whether the class is named, or a name with its end left open may become it. */
    boolean include(String name) {
        return words.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    private void fromMarkup(String text) {
        ATTRIBUTE.matcher(text).results().forEach(found -> addAll(found.group(2)));
    }

    private void fromCode(String text) {
        STRING.matcher(text).results().forEach(found -> addAll(found.group(1)));
    }

    private void addAll(String names) {
        WORD.matcher(names).results().map(found -> found.group()).forEach(word -> {
            words.add(word);
            if (word.endsWith("--")) {
                beginnings.add(word);
            }
        });
    }

    private static void read(Path folder, String ending, Consumer<String> reader) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                reader.accept(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
