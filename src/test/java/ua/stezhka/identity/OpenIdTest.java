package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.Secrets;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** People come in by way of an OpenID Connect provider that runs in a process of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class OpenIdTest {
    @Inject
    Jdbi jdbi;

    @Inject
    IdentityConfig config;

    private static String door(TestBrowser browser, String service, String next) {
        var answer = browser.get("/sign-in/openid/" + service + "?next=" + next);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("Location");
    }

    private static TestBrowser.Answer comeIn(TestBrowser browser, String subject) {
        return browser.get(ProviderVisit.recognise(door(browser, "real", "/courses"), subject));
    }

    private static String subject() {
        return "subject-" + TestPeople.suffix();
    }

    private static TestBrowser registered(String subject) {
        TestBrowser browser = new TestBrowser();
        assertThat(comeIn(browser, subject).location()).isEqualTo("/sign-in/arrival");
        var answer = browser.post("/sign-in/arrival/account", "name", "Оксана Мережна");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/courses");
        return browser;
    }

    @Test
    void the_first_time_somebody_makes_an_account_and_the_next_time_comes_straight_in() {
        String subject = subject();
        TestBrowser first = registered(subject);
        UUID person = TestPeople.idOf(first);
        assertThat(first.cookies()).doesNotContainKeys("__Host-stezhka-ticket", "__Host-stezhka-arrival");
        TestBrowser again = new TestBrowser();
        assertThat(comeIn(again, subject).location()).isEqualTo("/courses");
        assertThat(TestPeople.idOf(again)).isEqualTo(person);
        String way = jdbi.withHandle(handle -> handle.createQuery("""
                        select a.details->>'way' from account.audit_entry a join account.person p on p.actor_id = a.by_actor
                        where p.id = :person and a.action = 'account.signed_in'""")
                .bind("person", person)
                .mapTo(String.class)
                .one());
        assertThat(way).isEqualTo("openid");
    }

    @Test
    void the_name_is_filled_in_and_may_be_changed_but_not_left_out() {
        TestBrowser browser = new TestBrowser();
        comeIn(browser, subject());
        assertThat(browser.get("/sign-in/arrival").page().select("#name").val()).isEqualTo("Оксана Мережна");
        assertThat(browser.post("/sign-in/arrival/account", "name", " ").status())
                .isEqualTo(422);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_known_email_opens_nothing() {
        new TestBrowser()
                .post(
                        "/registration",
                        "name",
                        "Власниця Пошти " + TestPeople.suffix(),
                        "password",
                        TestPeople.PASSWORD,
                        "email",
                        "taken@example.com");
        TestBrowser browser = new TestBrowser();
        assertThat(comeIn(browser, subject()).location()).isEqualTo("/sign-in/arrival");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void an_older_account_is_joined_by_signing_in_to_it_once() {
        String name = "Давня Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        String subject = subject();
        TestBrowser browser = new TestBrowser();
        comeIn(browser, subject);
        assertThat(browser.post("/sign-in/arrival/joining").status()).isEqualTo(401);
        var signIn =
                browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD, "next", "/sign-in/arrival");
        assertThat(signIn.location()).isEqualTo("/sign-in/arrival");
        assertThat(browser.get("/sign-in/arrival").body()).contains(name);
        assertThat(browser.post("/sign-in/arrival/joining").status()).isEqualTo(303);
        assertThat(browser.post("/sign-in/arrival/joining").status())
                .as("an arrival is used once")
                .isEqualTo(404);
        TestBrowser again = new TestBrowser();
        comeIn(again, subject);
        assertThat(TestPeople.idOf(again)).isEqualTo(person);
    }

    @Test
    void what_a_guest_did_stays() {
        TestBrowser browser = new TestBrowser();
        browser.post("/courses/internet-safety/quiz/attempts");
        UUID guest = TestPeople.idOf(browser);
        comeIn(browser, subject());
        browser.post("/sign-in/arrival/account", "name", "Гість Приклад");
        assertThat(TestPeople.idOf(browser)).isEqualTo(guest);
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() {
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "real", "/my"), subject());
        assertThat(new TestBrowser().get(back).status()).isEqualTo(422);
        TestBrowser other = new TestBrowser();
        door(other, "real", "/my");
        assertThat(other.get(back).status()).isEqualTo(422);
        assertThat(browser.get(back).status()).isEqualTo(303);
        assertThat(browser.get(back).status()).isEqualTo(422);
    }

    @Test
    void the_provider_gives_nothing_for_a_code_without_its_proof() {
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "real", "/my"), subject());
        SignInTicket ticket = SignInTicket.parse(browser.cookies().get("__Host-stezhka-ticket"))
                .orElseThrow();
        SignInTicket other =
                new SignInTicket(ticket.service(), ticket.state(), ticket.nonce(), Secrets.next(), null, ticket.next());
        browser.cookie("__Host-stezhka-ticket", other.cookie());
        assertThat(browser.get(back).status()).isEqualTo(422);
    }

    @Test
    void the_way_leads_to_this_site_only() {
        for (String elsewhere : new String[] {"//example.org", "https://example.org", "/%5Cexample.org"}) {
            TestBrowser browser = new TestBrowser();
            String subject = subject();
            registered(subject);
            String back = ProviderVisit.recognise(door(browser, "real", elsewhere), subject);
            assertThat(browser.get(back).header("Location")).isEqualTo(TestBrowser.base() + "/");
        }
    }

    @Test
    void on_a_shared_computer_the_provider_asks_who_it_is() {
        TestBrowser operator = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        assertThat(door(operator, "real", "/my")).doesNotContain("prompt");
        operator.post("/shared-computer/mark");
        assertThat(door(operator, "real", "/my")).contains("prompt=login");
    }

    @Test
    void whom_the_provider_remembers_comes_in_unasked_but_not_on_a_shared_computer() {
        ProviderVisit visit = new ProviderVisit();
        String before = subject();
        TestBrowser own = new TestBrowser();
        own.get(visit.go(door(own, "real", "/my"), before));
        visit.go(door(own, "real", "/my"), "whoever sits here now");
        assertThat(visit.askedForName()).isEqualTo(1);

        TestBrowser shared = TestPeople.with(new RoleGrant(Role.DESK_OPERATOR, Scope.EVERYWHERE));
        shared.post("/shared-computer/mark");
        shared.post("/sign-out");
        String now = subject();
        assertThat(shared.get(visit.go(door(shared, "real", "/my"), now)).location())
                .isEqualTo("/sign-in/arrival");
        assertThat(visit.askedForName()).isEqualTo(2);
        assertThat(subjects()).contains(before, now);
    }

    private List<String> subjects() {
        return jdbi.withHandle(handle -> handle.createQuery("select subject from identity.vouched_arrival")
                .mapTo(String.class)
                .list());
    }

    @Test
    void the_provider_may_change_its_key_at_any_time() {
        TestBrowser before = new TestBrowser();
        assertThat(comeIn(before, subject()).location()).isEqualTo("/sign-in/arrival");
        TestBrowser meanwhile = new TestBrowser();
        String back = ProviderVisit.recognise(door(meanwhile, "real", "/my"), subject());
        String keys = keys();
        assertThat(keys).contains("\"kid\"");
        ScriptedServer.send(provider(), "/desk/rotation", "POST", "");
        assertThat(keys()).isNotEqualTo(keys);
        assertThat(meanwhile.get(back).location()).isEqualTo("/sign-in/arrival");
        assertThat(comeIn(new TestBrowser(), subject()).location()).isEqualTo("/sign-in/arrival");
    }

    private String provider() {
        return config.openid().get("real").issuer().resolve("/").toString().replaceAll("/$", "");
    }

    private String keys() {
        return ScriptedServer.send(provider(), "/city/oauth2/jwks", "GET", "");
    }

    @Test
    void a_service_without_a_secret_is_trusted_by_the_proof_of_each_sign_in() {
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "open", "/my"), subject());
        assertThat(browser.get(back).location()).isEqualTo("/sign-in/arrival");
    }

    @Test
    void the_same_name_at_two_providers_is_two_people() {
        String subject = subject();
        registered(subject);
        TestBrowser browser = new TestBrowser();
        String back = ProviderVisit.recognise(door(browser, "second", "/my"), subject);
        assertThat(browser.get(back).location()).isEqualTo("/sign-in/arrival");
    }

    @Test
    void a_blocked_person_does_not_come_in() {
        String subject = subject();
        UUID person = TestPeople.idOf(registered(subject));
        jdbi.useHandle(handle -> handle.execute("update account.person set blocked_at = now() where id = ?", person));
        assertThat(comeIn(new TestBrowser(), subject).status()).isEqualTo(422);
    }

    @Test
    void the_sign_in_page_offers_what_is_configured() {
        assertThat(new TestBrowser().get("/sign-in?next=/courses").page().select("a[href^='/sign-in/openid/']"))
                .extracting(each -> each.attr("href"))
                .contains("/sign-in/openid/real?next=/courses", "/sign-in/openid/gov?next=/courses");
    }
}
