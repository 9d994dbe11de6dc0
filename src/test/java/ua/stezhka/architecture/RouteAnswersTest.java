package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Every route asked by every role, by other sites and for its headers: whoever adds a line to routes.csv gets all of this. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RouteAnswersTest {
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(?:java|javax|jakarta|org|io|com|ua)\\.[a-z]\\w*(?:\\.\\w+)*\\.[A-Z]\\w+|\\w+Exception\\b|\\n\\s+at ");

    /** Reports of the browser about our own policy: they come without cookies and proof, and change nothing. */
    private static final String SENT_BY_BROWSERS_THEMSELVES = "/policy-reports";

    private static final String PLAIN = "text/plain";
    private static @Nullable RouteCalls people;

    @Inject
    Jdbi jdbi;

    private RouteCalls calls() {
        if (people == null) {
            people = new RouteCalls();
        }
        return people;
    }

    static Stream<Route> routes() {
        return Route.listed().stream();
    }

    static Stream<Route> unsafe() {
        return routes().filter(route -> route.isUnsafe() && !route.path().equals(SENT_BY_BROWSERS_THEMSELVES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void each_role_is_answered_as_listed(Route route) {
        SoftAssertions soft = new SoftAssertions();
        for (Asker asker : route.answers().keySet()) {
            TestBrowser.Answer answer = calls().call(route, asker);
            soft.assertThat(answer.status())
                    .as(asker.name())
                    .isEqualTo(route.answers().get(asker));
            if (answer.status() >= 400) {
                soft.assertThat(answer.body())
                        .as("insides told to " + asker.name())
                        .doesNotContainPattern(INSIDES);
            }
        }
        soft.assertAll();
    }

    /** Source: ASVS 5.0, 3.5.1 to 3.5.3. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unsafe")
    void no_other_site_can_send_it_for_a_learner(Route route) {
        String address = calls().address(route);
        Map<String, UnaryOperator<TestBrowser>> forgeries = Map.of(
                "a form of another site", browser -> browser.header("Sec-Fetch-Site", "cross-site"),
                "a form of a neighbouring host", browser -> browser.header("Sec-Fetch-Site", "same-site"),
                "another origin",
                        browser -> browser.without("Sec-Fetch-Site").header("Origin", "https://elsewhere.example"),
                "an origin that hides",
                        browser -> browser.without("Sec-Fetch-Site").header("Origin", "null"),
                "no proof", browser -> browser.without("Sec-Fetch-Site"),
                "a method in disguise",
                        browser -> browser.without("Sec-Fetch-Site").header("X-HTTP-Method-Override", "GET"));
        SoftAssertions soft = new SoftAssertions();
        forgeries.forEach((name, forge) -> {
            TestBrowser browser = forge.apply(calls().reader(Asker.LEARNER));
            soft.assertThat(calls().send(browser, route, address).status())
                    .as(name)
                    .isEqualTo(403);
        });
        TestBrowser plain = calls().reader(Asker.LEARNER).without("Sec-Fetch-Site");
        soft.assertThat(plain.send(route.method(), address, BodyPublishers.ofString("{}"), PLAIN)
                        .status())
                .as("JSON as plain text")
                .isEqualTo(403);
        soft.assertAll();
    }

    /** Source: ASVS 5.0, 3.4 and 4.1.1. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void every_answer_carries_the_headers_that_protect_it(Route route) {
        assertProtected(calls().call(route, Asker.ANONYMOUS));
    }

    @Test
    void static_files_and_addresses_that_lead_nowhere_are_protected_too() {
        for (String address : List.of(
                "/assets/app.css", "/assets/nothing.css", "/nothing/here", "/api/v1/nothing", "/q/health/live")) {
            assertProtected(new TestBrowser().get(address));
        }
    }

    @Test
    void reading_changes_nothing() {
        TestBrowser administrator = calls().reader(Asker.ADMINISTRATOR);
        TestBrowser learner = calls().reader(Asker.LEARNER);
        List<Route> safe = routes().filter(route -> !route.isUnsafe()).toList();
        List<String> addresses = safe.stream().map(calls()::address).toList();
        Map<String, String> before = contents();
        for (int i = 0; i < safe.size(); i++) {
            calls().send(new TestBrowser(), safe.get(i), addresses.get(i));
            calls().send(learner, safe.get(i), addresses.get(i));
            calls().send(administrator, safe.get(i), addresses.get(i));
        }

        assertThat(contents()).isEqualTo(before);
    }

    private static void assertProtected(TestBrowser.Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .contains("report-uri ")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:", "data:");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer", "strict-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        String type = answer.header("Content-Type");
        assertThat(type.startsWith("text/") && !answer.body().isEmpty())
                .as("a text without its encoding: " + type)
                .isEqualTo(type.startsWith("text/")
                        && type.toLowerCase(java.util.Locale.ROOT).contains("charset=utf-8"));
    }

    /** A fingerprint of each table. */
    private Map<String, String> contents() {
        return jdbi.withHandle(handle -> {
            Map<String, String> contents = new TreeMap<>();
            List<String> tables = handle.createQuery("""
                            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""").mapTo(String.class).list();
            for (String table : tables) {
                contents.put(
                        table,
                        handle.createQuery(
                                        "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                                + table + " t")
                                .mapTo(String.class)
                                .one());
            }
            return contents;
        });
    }
}
