package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/**
 * An administrator who has given the password and owes the second factor asks for every route of routes.csv: whoever adds a line gets this too.
 * Source: ASVS 5.0, 6.3.3.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BeforeSecondFactorTest {
    private static final Set<String> OPEN = Set.of(
            "/sign-in/second-factor",
            "/sign-in/passkey",
            "/sign-out",
            "/signed-out",
            "/comfort",
            "/policy-reports",
            "/api/v1/passkey-challenge",
            "/api/v1/sessions",
            "/api/v1/sessions/current",
            "/api/v1/sessions/current/second-factor",
            // Renews half a session: it stays half.
            "/api/v1/sessions/current/refresh");
    private static final Set<String> SETTING_UP =
            Set.of("/settings/second-factor", "/settings/second-factor/app", "/settings/second-factor/passkeys");

    private static @Nullable RouteCalls people;

    private static RouteCalls calls() {
        if (people == null) {
            people = new RouteCalls();
        }
        return people;
    }

    private static UUID administrator() {
        return TestPeople.idOf(TestPeople.register("Адміністратор " + TestPeople.suffix()));
    }

    @Test
    void who_owes_a_code_is_led_to_it_from_everywhere() {
        UUID person = administrator();
        TestPeople.grant(person, new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));
        assertClosed(person, Set.of());
    }

    @Test
    void who_has_no_second_factor_yet_only_sets_one_up() {
        UUID person = administrator();
        TestPeople.grantWithoutApp(person);
        assertClosed(person, SETTING_UP);
    }

    @Test
    void a_learner_who_has_switched_it_on_is_held_too() {
        UUID person = administrator();
        TestPeople.giveApp(person);
        assertClosed(person, Set.of());
    }

    private static void assertClosed(UUID person, Set<String> open) {
        String name = TestPeople.session(person).get("/api/v1/me").body();
        TestBrowser half = TestPeople.half(person);
        SoftAssertions soft = new SoftAssertions();
        closed(open).forEach(route -> {
            TestBrowser.Answer answer = calls().send(RouteCalls.copyOf(half), route, calls().address(route));
            if (route.path().startsWith("/api/") || route.path().startsWith("/xapi/")) {
                soft.assertThat(answer.status()).as(route.toString()).isEqualTo(403);
                // An answer to HEAD has no body.
                soft.assertThat(answer.body())
                        .as(route.toString())
                        .contains(route.method().equals("HEAD") ? "" : "account.second_factor_needed");
            } else {
                soft.assertThat(answer.status()).as(route.toString()).isEqualTo(303);
                soft.assertThat(answer.location()).as(route.toString()).startsWith("/sign-in/second-factor?next=%2F");
                soft.assertThat(answer.body()).as(route.toString()).isEmpty();
            }
        });
        soft.assertAll();
        assertThat(name).as("the person is known elsewhere").isNotEmpty();
    }

    private static Stream<Route> closed(Set<String> open) {
        return Route.listed().stream().filter(route -> !OPEN.contains(route.path()) && !open.contains(route.path()));
    }
}
