package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** What does not open an account although a real provider had its part in it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class OpenIdRefusalsTest {
    private static final String TICKET = "__Host-stezhka-ticket";

    @Inject
    Jdbi jdbi;

    @Inject
    IdentityConfig config;

    private static String door(TestBrowser browser, String service) {
        return browser.get("/sign-in/openid/" + service + "?next=/courses").header("Location");
    }

    private static String subject() {
        return "subject-" + TestPeople.suffix();
    }

    private int arrivals(String subject) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from identity.vouched_arrival where subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Integer.class)
                        .one());
    }

    /** The sign-in page with a message, nobody signed in, and nothing kept. */
    private void assertRefused(TestBrowser browser, TestBrowser.Answer answer, int status, String subject) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.page().select("[data-errors]").text()).isNotEmpty();
        assertThat(answer.page().select("form[action='/sign-in']")).hasSize(1);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.get("/sign-in/arrival").status()).isEqualTo(404);
        assertThat(arrivals(subject)).isZero();
    }

    @Test
    void whoever_changes_their_mind_at_the_provider_reads_so_and_may_sign_in_otherwise() {
        TestBrowser browser = new TestBrowser();
        String subject = subject();
        String back = new ProviderVisit().refusing().go(door(browser, "real"), subject);
        assertThat(back).contains("error=access_denied");
        var answer = browser.get(back);
        assertRefused(browser, answer, 422, subject);
        assertThat(answer.page().select("[data-errors]").text()).contains("не завершили");
        assertThat(answer.page()
                        .select("form[action='/sign-in'] input[name=next]")
                        .val())
                .isEqualTo("/courses");
    }

    @Test
    void a_provider_that_is_down_is_said_to_be_down() {
        TestBrowser browser = new TestBrowser();
        var answer = browser.get("/sign-in/openid/away?next=/courses");
        assertRefused(browser, answer, 503, "");
        assertThat(answer.page().select("[data-errors]").text()).contains("не відповідає");
        assertThat(answer.page()
                        .select("form[action='/sign-in'] input[name=next]")
                        .val())
                .isEqualTo("/courses");
    }

    @Test
    void a_provider_that_does_not_know_our_secret_lets_nobody_in() {
        TestBrowser browser = new TestBrowser();
        String subject = subject();
        assertRefused(browser, browser.get(ProviderVisit.recognise(door(browser, "mistaken"), subject)), 422, subject);
    }

    @Test
    void a_provider_gives_nothing_for_a_code_that_was_used() {
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "real"), subject());
        String ticket = browser.cookies().get(TICKET);
        assertThat(browser.get(back).location()).isEqualTo("/sign-in/arrival");
        TestBrowser copy = new TestBrowser();
        copy.cookie(TICKET, ticket);
        assertRefused(copy, copy.get(back), 422, "");
    }

    @Test
    void a_provider_gives_nothing_for_a_code_that_was_made_for_another_client() {
        TestBrowser browser = new TestBrowser();
        String subject = subject();
        String door = door(browser, "real").replace("client_id=stezhka", "client_id=another");
        String back = ProviderVisit.recognise(door, subject);
        assertThat(back).contains("code=");
        assertRefused(browser, browser.get(back), 422, subject);
    }

    @Test
    void the_answer_of_one_provider_does_not_count_at_another() {
        TestBrowser browser = new TestBrowser();
        String subject = subject();
        String back = ProviderVisit.recognise(door(browser, "real"), subject);
        assertRefused(browser, browser.get(back.replace("/openid/real/", "/openid/second/")), 422, subject);
    }

    @Test
    void an_answer_in_the_name_of_another_provider_or_of_none_is_not_redeemed() {
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "real"), subject());
        String ticket = browser.cookies().get(TICKET);
        assertThat(back).contains("%2Fcity");
        for (String mixedUp : List.of(back.replace("%2Fcity", "%2Flibrary"), back.replaceAll("&iss=[^&]*", ""))) {
            browser.cookie(TICKET, ticket);
            assertThat(browser.get(mixedUp).status()).isEqualTo(422);
        }
        browser.cookie(TICKET, ticket);
        assertThat(browser.get(back).location())
                .as("the code is still good: nobody was asked")
                .isEqualTo("/sign-in/arrival");
    }

    @Test
    void nobody_comes_in_by_a_guess_at_the_provider() {
        TestBrowser browser = new TestBrowser();
        String door = door(browser, "real");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ProviderVisit.recognise(door, "nobody-" + subject()));
    }

    /** Through our client, whose clock is so many seconds ahead of the provider’s. */
    private VouchedPerson comeIn(String subject, long secondsAhead) {
        ProviderConfig settings = config.openid().get("real");
        OpenIdProvider provider = new OpenIdProvider(
                settings,
                new ProviderLine(settings.issuer(), List.of()),
                Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead)));
        SignInTicket ticket = SignInTicket.of("real", null, "/my");
        URI callback = URI.create(TestBrowser.base() + "/sign-in/openid/real/callback");
        String back = ProviderVisit.recognise(provider.door(ticket, callback).toString(), subject);
        String code = back.replaceAll(".*[?&]code=([^&]*).*", "$1");
        return provider.redeem(
                ticket, callback, new ProviderAnswer(code, settings.issuer().toString()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-45, 0, 45})
    void clocks_that_differ_a_little_are_forgiven(long seconds) {
        String subject = subject();
        assertThat(comeIn(subject, seconds).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 900, 7200})
    void a_token_of_another_time_is_refused(long seconds) {
        assertThatExceptionOfType(ProviderRefused.class).isThrownBy(() -> comeIn(subject(), seconds));
    }
}
