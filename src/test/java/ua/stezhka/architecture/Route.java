package ua.stezhka.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code routes.csv}: a route, how it answers each role, and a call of it.
 *
 * @param path    as the code has it, without the patterns of its parameters
 * @param answers the status that each asker gets
 * @param call    an address of this route; {@code {attempt}} and its like are made by {@link RouteCalls}
 * @param sends   {@code -} for nothing, {@code form a=b&c=d}, {@code json {…}} or {@code file} with its text
 */
record Route(String method, String path, Map<Asker, Integer> answers, String call, String sends) {
    private static final String FILE = "src/test/resources/routes.csv";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int COLUMNS = 9;

    /** All lines of the file. */
    static List<Route> listed() {
        return House.read(House.ROOT.resolve(FILE))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Route::parse)
                .toList();
    }

    private static Route parse(String line) {
        String[] columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(FILE + " needs " + COLUMNS + " columns: " + line);
        }
        Map<Asker, Integer> answers = new LinkedHashMap<>();
        int column = 2;
        for (Asker asker : Asker.WITHOUT_ROLE) {
            answers.put(asker, Integer.valueOf(columns[column++].strip()));
        }
        Map<String, Integer> roles = roles(columns[column++].strip());
        for (Asker asker : Asker.WITH_ROLE) {
            @Nullable Integer own = roles.remove(asker.name());
            answers.put(asker, own == null ? answers.get(Asker.OTHER) : own);
        }
        if (!roles.isEmpty()) {
            throw new IllegalArgumentException("no such roles: " + roles.keySet() + " in " + line);
        }
        return new Route(
                columns[0].strip(), columns[1].strip(), answers, columns[column++].strip(), columns[column].strip());
    }

    private static Map<String, Integer> roles(String text) {
        return Stream.of(text.split(" "))
                .filter(part -> !part.equals("-"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
    }

    /** Every route that the code answers, as {@code GET /courses/{slug}}. */
    static Set<String> inTheCode() {
        return inTheCodeByClass().keySet();
    }

    /** Every route with the path of its class. */
    static Map<String, String> inTheCodeByClass() {
        Map<String, String> routes = new TreeMap<>();
        for (JavaClass type : boundaries()) {
            type.getMethods().forEach(method -> routesOf(type, method)
                    .forEach(route -> routes.put(route, join(pathOf(type), ""))));
        }
        return routes;
    }

    static Set<String> classPaths() {
        return boundaries().stream().map(type -> join(pathOf(type), "")).collect(Collectors.toSet());
    }

    private static List<JavaClass> boundaries() {
        return House.ownClasses()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .toList();
    }

    private static String pathOf(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }

    private static Stream<String> routesOf(JavaClass type, JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation
                                .getRawType()
                                .getAnnotationOfType(HttpMethod.class)
                                .value()
                        + ' '
                        + join(
                                pathOf(type),
                                method.tryGetAnnotationOfType(Path.class)
                                        .map(Path::value)
                                        .orElse("")));
    }

    private static String join(String ofClass, String ofMethod) {
        String joined = Arrays.stream((ofClass + '/' + ofMethod).split("/"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
        return joined.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    boolean isUnsafe() {
        return !SAFE.contains(method);
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
