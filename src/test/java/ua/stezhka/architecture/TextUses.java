package ua.stezhka.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where templates and code name texts of the interface. */
final class TextUses {
    private static final Pattern IN_TEMPLATE = Pattern.compile("(?<![A-Za-z0-9_])t:([a-z]+)\\.([A-Za-z0-9_]+)");
    private static final Pattern IN_CODE =
            Pattern.compile("Texts\\s*\\.\\s*(?:get|find)\\(\\s*[^\"]*?,\\s*\"([a-z]+)\\.([A-Za-z0-9_]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)?)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_]*|[A-Za-z0-9]+_)\"\\s*\\+");
    private static final Pattern PROBLEM = Pattern.compile(
            "(?:Problem\\s*\\.\\s*(?:conflict|forbidden)|new\\s+(?:Problem\\.)?FieldFault)\\(\\s*(?:\"[^\"]*\"\\s*,\\s*)?\"([a-z_]+)\\.?([a-z0-9_]*)\"");

    private TextUses() {}

    /** One place that names a text. */
    record Use(Path file, int line, String bundle, String name, int arguments) {
        String key() {
            return name.isEmpty() ? bundle : bundle + '.' + name;
        }

        @Override
        public String toString() {
            return House.name(file) + ':' + line + ' ' + key() + " with " + arguments;
        }
    }

    static Stream<Use> named() {
        return Stream.concat(inTemplates(), find(House.javaSources(), IN_CODE));
    }

    static Stream<Use> inTemplates() {
        return find(House.templates(), IN_TEMPLATE);
    }

    static Stream<Use> problemCodes() {
        return find(House.javaSources(), PROBLEM);
    }

    /** Every string of the code that could be a key or a problem code. */
    static Set<String> literals() {
        return House.javaSources().stream()
                .flatMap(file -> LITERAL.matcher(House.read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /**
     * Beginnings that the code finishes with a value: of keys ({@code "course.band_" + band}), of names in a bundle
     * ({@code "evidence_" + grade}) and of problem codes ({@code "certificate." + fault}).
     */
    static List<String> beginnings() {
        return House.javaSources().stream()
                .flatMap(file -> BEGINNING.matcher(House.read(file)).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Stream<Use> find(List<Path> files, Pattern pattern) {
        return files.stream().flatMap(file -> {
            String text = House.read(file);
            Matcher matcher = pattern.matcher(text);
            return matcher
                    .results()
                    .map(found -> new Use(
                            file,
                            House.lineOf(text, found.start()),
                            found.group(1),
                            found.group(2),
                            arguments(text, found.end())))
                    .toList()
                    .stream();
        });
    }

    /** How many arguments stand in the brackets that begin here; none when there are no brackets. */
    private static int arguments(String text, int place) {
        if (place >= text.length() || text.charAt(place) != '(') {
            return 0;
        }
        int depth = 0;
        int commas = 0;
        boolean quoted = false;
        int i = place;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && (c == ')' || c == ']') && --depth == 0) {
                break;
            } else if (!quoted && c == ',' && depth == 1) {
                commas++;
            }
        }
        return text.substring(place + 1, i).isBlank() ? 0 : commas + 1;
    }
}
