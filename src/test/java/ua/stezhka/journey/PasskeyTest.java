package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Passkeys in a real browser, whose device is played by the browser itself: made, used, and misused in vain. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PasskeyTest {
    private static final String DOOR = "/sign-in/passkey";

    @Inject
    Jdbi jdbi;

    /** A device with a fingerprint reader, on which the right finger always lies. */
    private static void giveDevice(Visit visit) {
        CDPSession session = visit.context().newCDPSession(visit.page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    private static void make(Visit visit, String name) {
        visit.page.locator("#name").fill(name);
        visit.press("form[data-passkey-new] .btn");
        assertThat(visit.page.locator("main ol code").count())
                .as(visit.page.locator("main").textContent())
                .isEqualTo(10);
    }

    private static void leaveWithoutCookies(Visit visit) {
        visit.context().clearCookies();
        visit.open("/sign-in?next=/settings");
    }

    /** The answer of the device, which does not reach the server. */
    private static String answer(Visit visit) {
        AtomicReference<String> kept = new AtomicReference<>();
        leaveWithoutCookies(visit);
        visit.page.route("**" + DOOR, route -> {
            kept.set(route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(303).setHeaders(Map.of("Location", "/signed-out")));
        });
        visit.press("form[data-passkey-sign-in] button");
        visit.page.unroute("**" + DOOR);
        return kept.get();
    }

    private static int send(Visit visit, String answer, String host) {
        return visit.context()
                .request()
                .post(
                        TestBrowser.base() + DOOR,
                        RequestOptions.create()
                                .setHeader("Host", host)
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setData(answer)
                                .setMaxRedirects(0))
                .status();
    }

    private static String ownHost() {
        return TestBrowser.base().substring("http://".length());
    }

    private String wayOf(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select way || ' ' || (second_factor_at is not null) from account.session
                        where person_id = :id and ended_at is null order by started_at desc, id desc limit 1""").bind("id", person).mapTo(String.class).one());
    }

    private void count(UUID person, long signatures) {
        jdbi.useHandle(handle ->
                handle.execute("update factor.passkey set sign_count = ? where person_id = ?", signatures, person));
    }

    @Test
    void a_learner_makes_a_passkey_and_comes_in_without_a_password() {
        String name = "Леся Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        try (Visit visit = Visit.on(Screen.PHONE)) {
            giveDevice(visit);
            visit.signIn(name);
            visit.open("/settings/second-factor");
            visit.press("a[href='/settings/second-factor/passkeys']");
            make(visit, "Мій телефон");
            visit.press("main a.btn");
            assertThat(visit.page.locator(".tasks").textContent()).contains("Мій телефон");
            leaveWithoutCookies(visit);
            visit.press("form[data-passkey-sign-in] button");
            assertThat(visit.path()).isEqualTo("/settings");
            assertThat(wayOf(person)).isEqualTo("passkey true");
            visit.open("/settings/second-factor");
            visit.blame(Look.closely(visit.page, "a passkey in the list"));
            visit.press(".tasks a");
            visit.page.locator("#password").fill(TestPeople.PASSWORD);
            visit.press(".btn--danger");
            assertThat(visit.page.locator(".tasks").count()).isZero();
            leaveWithoutCookies(visit);
            visit.press("form[data-passkey-sign-in] button");
            assertThat(visit.page.locator("[data-errors]").isVisible())
                    .as("a passkey that was taken away")
                    .isTrue();
        }
    }

    @Test
    void who_looks_after_others_sets_a_passkey_up_and_needs_nothing_else() {
        String name = "Роман Приклад " + TestPeople.suffix();
        TestPeople.grantWithoutApp(TestPeople.idOf(TestPeople.register(name)));
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            giveDevice(visit);
            visit.signIn(name);
            visit.press("main .btn--ghost");
            make(visit, "Комп’ютер");
            visit.press("main a.btn");
            visit.open("/administration/people");
            assertThat(visit.path()).isEqualTo("/administration/people");
            visit.context().clearCookies();
            visit.signIn(name);
            assertThat(visit.path()).as("the password alone").startsWith("/sign-in/second-factor");
            visit.blame(Look.closely(visit.page, "second step by a passkey"));
            visit.press("form[data-passkey-sign-in] button");
            visit.open("/administration/people");
            assertThat(visit.path()).isEqualTo("/administration/people");
        }
    }

    @Test
    void an_answer_counts_for_this_origin_and_once() {
        String name = "Ніна Приклад " + TestPeople.suffix();
        TestPeople.register(name);
        try (Visit visit = Visit.on(Screen.PHONE)) {
            giveDevice(visit);
            visit.signIn(name);
            visit.open("/settings/second-factor/passkeys");
            make(visit, "Телефон");
            String answer = answer(visit);
            assertThat(send(visit, answer, "localhost:1")).as("another port").isEqualTo(422);
            assertThat(send(visit, answer, "elsewhere.example"))
                    .as("another host")
                    .isEqualTo(422);
            assertThat(send(visit, answer.replaceFirst("signature%22%3A%22....", "signature%22%3A%22AAAA"), ownHost()))
                    .as("another signature")
                    .isEqualTo(422);
            assertThat(send(visit, answer, ownHost())).as("as it is").isEqualTo(303);
            assertThat(send(visit, answer, ownHost())).as("a second time").isEqualTo(422);
        }
    }

    @Test
    void a_copied_device_gives_itself_away_by_its_counter() {
        String name = "Гліб Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        try (Visit visit = Visit.on(Screen.PHONE)) {
            giveDevice(visit);
            visit.signIn(name);
            visit.open("/settings/second-factor/passkeys");
            make(visit, "Телефон");
            count(person, 1000);
            assertThat(send(visit, answer(visit), ownHost())).isEqualTo(422);
            count(person, 1);
            assertThat(send(visit, answer(visit), ownHost())).isEqualTo(303);
        }
    }

    @Test
    void without_script_the_password_works_and_no_button_promises_more() {
        try (Visit visit = Visit.withoutScript(Screen.PHONE)) {
            visit.page.navigate(TestBrowser.base() + "/sign-in");
            assertThat(visit.page.locator("form[data-passkey-sign-in]").isVisible())
                    .isFalse();
        }
    }
}
