package ua.stezhka.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.quiz.QuizDraft;

/** Calls the routes of the list as each role. */
final class RouteCalls {
    /** Whose account administrators look at and change. */
    private static final Asker SOMEBODY = new Asker("somebody", Optional.empty());

    private static final UUID QUESTION = Ids.named("course/internet-safety/question/good-passwords");
    private static final Pattern MADE = Pattern.compile("\\{(\\w+)}");
    private static final String COURSE = "/courses/internet-safety";
    private static final Duration TOKEN_OPENS = Duration.ofMinutes(5);
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/([^/]+)");

    private final Map<Asker, UUID> people = new HashMap<>();
    private final Map<Asker, Reader> readers = new HashMap<>();

    private record Reader(TestBrowser browser, Instant since) {}

    TestBrowser.Answer call(Route route, Asker asker) {
        String address = address(route);
        if (!route.isUnsafe()) {
            return send(reader(asker), route, address);
        }
        TestBrowser.Answer answer = send(browser(asker), route, address);
        if (route.path().contains("/sessions")) {
            // It may have ended the session that is read with.
            readers.remove(asker);
        }
        return answer;
    }

    /** The address with what it names: made new, because calls may use it up. */
    String address(Route route) {
        return withMade(route.call());
    }

    private String withMade(String text) {
        return MADE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(made(found.group(1))));
    }

    TestBrowser.Answer send(TestBrowser browser, Route route, String address) {
        int space = route.sends().indexOf(' ');
        String kind = space < 0 ? route.sends() : route.sends().substring(0, space);
        String body = space < 0 ? "" : withMade(route.sends().substring(space + 1));
        return switch (kind) {
            case "-" -> browser.send(route.method(), address, BodyPublishers.noBody(), "");
            case "form" ->
                browser.send(
                        route.method(), address, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
            case "json" -> browser.send(route.method(), address, BodyPublishers.ofString(body), "application/json");
            case "file" -> browser.upload(address, "file", body.getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("sends - or form or json or file, not " + route.sends());
        };
    }

    /** A browser whose session is used for reading only, so that it serves many calls, as long as its token opens. */
    TestBrowser reader(Asker asker) {
        Instant now = Instant.now();
        Reader known = readers.get(asker);
        if (known == null || known.since().isBefore(now.minus(TOKEN_OPENS))) {
            known = new Reader(browser(asker), now);
            readers.put(asker, known);
        }
        return copyOf(known.browser());
    }

    /** Another browser with the same session. */
    static TestBrowser copyOf(TestBrowser browser) {
        TestBrowser copy = new TestBrowser();
        browser.cookies().forEach(copy::cookie);
        return copy;
    }

    /** A browser with a session of its own, which the call may end. */
    TestBrowser browser(Asker asker) {
        if (asker.equals(Asker.ANONYMOUS)) {
            return new TestBrowser();
        }
        if (asker.equals(Asker.GUEST)) {
            return guest();
        }
        return TestPeople.session(people.computeIfAbsent(asker, RouteCalls::person));
    }

    private static UUID person(Asker asker) {
        UUID person = TestPeople.idOf(TestPeople.register("Особа " + asker.name() + ' ' + TestPeople.suffix()));
        asker.grant().ifPresent(grant -> TestPeople.grant(person, grant));
        return person;
    }

    private static TestBrowser guest() {
        TestBrowser browser = new TestBrowser();
        browser.post(COURSE + "/lessons/bank-call/steps/1/completion");
        assertThat(browser.cookies()).as("a guest").isNotEmpty();
        return browser;
    }

    private String made(String what) {
        return switch (what) {
            case "any" -> TestPeople.suffix();
            case "person" ->
                people.computeIfAbsent(SOMEBODY, RouteCalls::person).toString();
            case "attempt" -> attempt(reader(Asker.LEARNER));
            case "submitted" -> submitted(reader(Asker.LEARNER));
            case "question" -> QUESTION.toString();
            case "version" ->
                one("select id from quiz.question_version where question_id = :id order by published_at desc limit 1");
            case "quiz" -> QuizDraft.finalOf("internet-safety").toString();
            case "report" -> {
                reader(Asker.LEARNER)
                        .post("/attempts/" + attempt(reader(Asker.LEARNER)) + "/questions/1/report", "kind", "unclear");
                yield one(
                        "select id from bank.report where answered_at is null and id <> :id order by reported_at desc limit 1");
            }
            default -> throw new IllegalArgumentException("nobody knows how to make {" + what + '}');
        };
    }

    private static String one(String sql) {
        return CDI.current().select(Jdbi.class).get().withHandle(handle -> handle.createQuery(sql)
                .bind("id", QUESTION)
                .mapTo(UUID.class)
                .one()
                .toString());
    }

    private static String attempt(TestBrowser browser) {
        String place = browser.post(COURSE + "/quiz/attempts").location();
        Matcher found = ATTEMPT.matcher(place);
        assertThat(found.find()).as("an attempt at " + place).isTrue();
        return found.group(1);
    }

    private static String submitted(TestBrowser browser) {
        String attempt = attempt(browser);
        assertThat(browser.post("/attempts/" + attempt + "/submission").status())
                .isEqualTo(303);
        return attempt;
    }
}
