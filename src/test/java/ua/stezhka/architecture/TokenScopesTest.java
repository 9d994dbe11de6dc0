package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TokenScope;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Deny by default for programs, too: every route that no scope names is refused to a token with all scopes. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TokenScopesTest {
    private static final List<String> NAMED = Arrays.stream(TokenScope.values())
            .flatMap(scope -> scope.routes().stream())
            .toList();

    /** Asks nobody who they are: the refresh token in the body says it. */
    private static final String RENEWAL = "POST /api/v1/sessions/current/refresh";

    @Test
    void a_scope_names_routes_that_are_there() {
        assertThat(Route.inTheCode()).containsAll(NAMED);
    }

    @Test
    void a_route_without_a_scope_is_closed_to_personal_tokens() {
        UUID administrator = TestPeople.idOf(TestPeople.administrator());
        String token = TestPeople.token(administrator, TokenScope.values());
        RouteCalls calls = new RouteCalls();
        SoftAssertions soft = new SoftAssertions();
        for (Route route : Route.listed()) {
            if (NAMED.contains(route.toString()) || route.toString().equals(RENEWAL)) {
                continue;
            }
            TestBrowser program = new TestBrowser().header("Authorization", "Bearer " + token);
            soft.assertThat(calls.send(program, route, calls.address(route)).status())
                    .as(route.toString())
                    .isEqualTo(403);
        }
        soft.assertAll();
    }
}
