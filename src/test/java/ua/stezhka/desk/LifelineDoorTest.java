package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TestSessions;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** How lifelines look from outside, and what happens to requests while a session is in doubt. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LifelineDoorTest {
    private static final String PATH = "/shared-computer/lifelines/";

    @Inject
    Jdbi jdbi;

    private final TestSessions sessions = new TestSessions(Clock.systemUTC());
    private final String page = UUID.randomUUID().toString();
    private TestBrowser browser;
    private UUID session;

    @BeforeEach
    void somebody_sits_down() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        browser = TestPeople.session(person).cookie("__Host-stezhka-shared", TestCards.sharedSecret());
        assertThat(browser.get("/my").status()).isEqualTo(200);
        assertThat(browser.post("/shared-computer/presence", "active", "no").status())
                .isEqualTo(200);
        session = jdbi.withHandle(handle -> handle.createQuery(
                        "select id from account.session where person_id = :id order by started_at desc limit 1")
                .bind("id", person)
                .mapTo(UUID.class)
                .one());
    }

    private HttpResponse<InputStream> hold() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestBrowser.base() + PATH + page))
                .header("Accept", "text/event-stream")
                .header(
                        "Cookie",
                        browser.cookies().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofInputStream());
    }

    private boolean inDoubt() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select broken_at is not null from account.session where id = :id")
                        .bind("id", session)
                        .mapTo(Boolean.class)
                        .one());
    }

    private void untilInDoubt() {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!inDoubt()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void a_lifeline_says_when_to_come_again_and_is_kept_by_nobody_on_the_way()
            throws IOException, InterruptedException {
        HttpResponse<InputStream> held = hold();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(held.body(), StandardCharsets.UTF_8))) {
            assertThat(held.statusCode()).isEqualTo(200);
            assertThat(held.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(held.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(held.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(held.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(lines.lines().limit(3)).anyMatch(line -> line.matches("retry: ?1000"));
        }
    }

    @Test
    void when_the_connection_is_gone_who_asks_waits_until_it_is_sure() throws IOException, InterruptedException {
        HttpResponse<InputStream> held = hold();
        assertThat(browser.post(PATH + page + "/greeting").status()).isEqualTo(204);
        held.body().close();
        untilInDoubt();
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void who_asks_meanwhile_goes_on_when_the_farewell_arrives() throws IOException, InterruptedException {
        HttpResponse<InputStream> held = hold();
        browser.post(PATH + page + "/greeting");
        held.body().close();
        untilInDoubt();
        CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(
                () -> browser.post("/shared-computer/presence", "active", "no").status());
        CompletableFuture<Integer> program =
                CompletableFuture.supplyAsync(() -> browser.get("/api/v1/me").status());
        assertThat(browser.post(PATH + page + "/farewell").status()).isEqualTo(204);
        assertThat(asked.join()).isEqualTo(200);
        assertThat(program.join()).isEqualTo(200);
        assertThat(inDoubt()).isFalse();
    }

    /** A beacon that is answered when its page is gone must not use up what the next request comes in with. */
    @Test
    void a_farewell_with_a_token_out_of_date_is_taken_and_changes_no_cookie() throws IOException, InterruptedException {
        HttpResponse<InputStream> held = hold();
        TestBrowser later = new TestBrowser();
        browser.cookies().forEach(later::cookie);
        later.cookie("__Host-stezhka", "out-of-date");
        var greeting = later.post(PATH + page + "/greeting");
        var farewell = later.post(PATH + page + "/farewell");
        assertThat(greeting.status()).isEqualTo(204);
        assertThat(farewell.status()).isEqualTo(204);
        assertThat(farewell.http().headers().allValues("Set-Cookie")).isEmpty();
        held.body().close();
        boolean left = jdbi.withHandle(handle -> handle.createQuery(
                        "select left_at is not null from desk.lifeline where id = cast(:id as uuid)")
                .bind("id", page)
                .mapTo(Boolean.class)
                .one());
        assertThat(left).isTrue();
        assertThat(later.get("/api/v1/me").status()).as("renewed as ever").isEqualTo(200);
    }

    @Test
    void a_stranger_holds_nothing() {
        TestBrowser stranger = new TestBrowser().cookie("__Host-stezhka-shared", TestCards.sharedSecret());
        assertThat(stranger.get(PATH + page).status()).isEqualTo(401);
        assertThat(stranger.post(PATH + page + "/greeting").status()).isEqualTo(204);
        assertThat(stranger.post(PATH + page + "/farewell").status()).isEqualTo(204);
        assertThat(sessions.opens(session)).isTrue();
    }
}
