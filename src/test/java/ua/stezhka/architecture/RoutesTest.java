package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Deny by default: a route that nobody has thought about in routes.csv fails the build. Source: ASVS 5.0, 8.1.1. */
class RoutesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void every_route_is_listed_and_no_listed_one_has_vanished() {
        Set<String> listed =
                Route.listed().stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(Route.inTheCode()))
                .as("each route needs a line in src/test/resources/routes.csv")
                .isEqualTo(listed);
    }

    @Test
    void a_route_is_listed_once_for_each_call() {
        List<String> lines = Route.listed().stream()
                .map(route -> route + " " + route.call() + ' ' + route.sends())
                .toList();

        assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void a_call_is_an_address_of_its_route() {
        for (Route route : Route.listed()) {
            String address = route.call().replaceAll("[?#].*", "");
            String pattern =
                    PLACE.splitAsStream(route.path() + ' ').map(Pattern::quote).collect(Collectors.joining(".+"));
            assertThat(address + ' ').as(route.toString()).matches(pattern);
        }
    }

    /**
     * The framework first chooses the class with the longest matching path and never looks into another one: a route of a class
     * at /api/v1 is lost when another class stands at /api/v1/courses and the route begins so.
     */
    @Test
    void no_route_is_hidden_by_a_class_with_a_longer_path() {
        Set<String> classPaths = Route.classPaths();

        assertThat(Route.inTheCodeByClass().entrySet().stream().flatMap(route -> classPaths.stream()
                        .filter(other -> hides(other, route.getValue(), route.getKey()))
                        .map(other -> route.getKey() + " by " + other)))
                .isEmpty();
    }

    private static boolean hides(String other, String own, String route) {
        String address = route.substring(route.indexOf(' ') + 1);
        return literals(other) > literals(own) && (address + '/').matches(asPattern(other) + "/.*");
    }

    private static int literals(String path) {
        return PLACE.matcher(path.equals("/") ? "" : path).replaceAll("").length();
    }

    private static String asPattern(String path) {
        return PLACE.splitAsStream(path + ' ')
                .map(String::strip)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
    }
}
