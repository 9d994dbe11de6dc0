package ua.stezhka.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of {@code routes.csv}: a route, how it answers each role, and a call of it.
 *
 * @param path    as the code has it, without the patterns of its parameters
 * @param answers the status that each role gets
 * @param call    an address of this route; {@code {attempt}} and its like are made by {@link RouteCalls}
 * @param sends   {@code -} for nothing, {@code form a=b&c=d} or {@code json {…}}
 */
record Route(String method, String path, Map<Role, Integer> answers, String call, String sends) {
    private static final String FILE = "src/test/resources/routes.csv";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int COLUMNS = 9;

    /** Who asks. */
    enum Role {
        /** A browser not seen before. */
        ANONYMOUS,
        /** A person without an account. */
        GUEST,
        /** The registered person whose attempts and certificates the call names. */
        LEARNER,
        /** Another registered person. */
        OTHER,
        ADMINISTRATOR
    }

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
        Map<Role, Integer> answers = new EnumMap<>(Role.class);
        int column = 2;
        for (Role role : Role.values()) {
            answers.put(role, Integer.valueOf(columns[column++].strip()));
        }
        return new Route(columns[0].strip(), columns[1].strip(), answers, columns[7].strip(), columns[8].strip());
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
