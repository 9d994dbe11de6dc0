package ua.stezhka.styleguide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The classes that the one stylesheet of the product knows. */
final class Stylesheet {
    private static final String FILE = "/META-INF/resources/assets/app.css";
    private static final Pattern NO_SELECTOR = Pattern.compile("(?s)/\\*.*?\\*/|\"[^\"]*\"|@[^{;]*[{;]");
    private static final Pattern SELECTOR = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    private Stylesheet() {}

    static Set<String> classes() {
        Set<String> classes = new TreeSet<>();
        SELECTOR.matcher(NO_SELECTOR.matcher(css()).replaceAll(""))
                .results()
                .forEach(selector ->
                        CLASS.matcher(selector.group(1)).results().forEach(found -> classes.add(found.group(1))));
        return classes;
    }

    static List<String> beginningWith(String prefix) {
        return classes().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private static String css() {
        try (InputStream in = Stylesheet.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
