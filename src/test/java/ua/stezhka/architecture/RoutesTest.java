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
        Set<String> listed = Route.listed().stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));

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
            String pattern = PLACE.splitAsStream(route.path() + ' ').map(Pattern::quote).collect(Collectors.joining(".+"));
            assertThat(address + ' ').as(route.toString()).matches(pattern);
        }
    }
}
