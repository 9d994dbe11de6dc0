package ua.stezhka.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A person adds other services to an account, and takes them away. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(VouchingServices.class)
class ServicesPagesTest {
    private static final String PAGE = "/settings/services";

    @Inject
    Jdbi jdbi;

    private static String subject() {
        return "subject-" + TestPeople.suffix();
    }

    private static TestBrowser.Answer comeIn(TestBrowser browser, String service, String subject) {
        String door =
                browser.get("/sign-in/openid/" + service + "?next=" + PAGE).header("Location");
        return browser.get(ProviderVisit.recognise(door, subject));
    }

    private static void add(TestBrowser browser, String service, String subject) {
        assertThat(comeIn(browser, service, subject).location()).isEqualTo("/sign-in/arrival");
        assertThat(browser.post("/sign-in/arrival/joining").location()).isEqualTo(PAGE);
    }

    private static List<Element> removals(TestBrowser browser) {
        return browser.get(PAGE).page().select("form[action$=/removal]");
    }

    private List<UUID> kept(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from identity.vouched_identity where person_id = :person order by joined_at")
                .bind("person", person)
                .mapTo(UUID.class)
                .list());
    }

    private int noted(UUID person, String action) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from account.audit_entry a join account.person p on p.actor_id = a.by_actor
                        where p.id = :person and a.action = :action""")
                .bind("person", person)
                .bind("action", action)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_service_is_added_opens_the_account_and_is_taken_away_again() {
        TestBrowser browser = TestPeople.register("Оксана Мережна " + TestPeople.suffix());
        UUID person = TestPeople.idOf(browser);
        String subject = subject();
        assertThat(browser.get("/settings").page().select("a[href='" + PAGE + "']"))
                .hasSize(1);
        add(browser, "second", subject);
        assertThat(browser.get(PAGE).page().select("main a[href^='/sign-in/openid/']"))
                .as("what is there already is not offered")
                .extracting(each -> each.attr("href"))
                .contains("/sign-in/openid/real?next=" + PAGE)
                .doesNotContain("/sign-in/openid/second?next=" + PAGE);
        TestBrowser other = new TestBrowser();
        assertThat(comeIn(other, "second", subject).location()).isEqualTo(PAGE);
        assertThat(TestPeople.idOf(other)).isEqualTo(person);

        var answer = browser.post(removals(browser).getFirst().attr("action"));
        assertThat(answer.location()).isEqualTo(PAGE + "?parted=true");
        assertThat(kept(person)).isEmpty();
        assertThat(noted(person, "account.service_joined")).isEqualTo(1);
        assertThat(noted(person, "account.service_parted")).isEqualTo(1);
        assertThat(comeIn(new TestBrowser(), "second", subject).location()).isEqualTo("/sign-in/arrival");
    }

    @Test
    void the_last_way_in_stays() {
        TestBrowser browser = new TestBrowser();
        comeIn(browser, "real", subject());
        browser.post("/sign-in/arrival/account", "name", "Без Пароля");
        UUID person = TestPeople.idOf(browser);
        assertThat(removals(browser)).isEmpty();
        String only = PAGE + '/' + kept(person).getFirst() + "/removal";
        assertThat(browser.post(only).status()).isEqualTo(409);
        assertThat(kept(person)).hasSize(1);
        add(browser, "second", subject());
        assertThat(removals(browser)).hasSize(2);
        assertThat(browser.post(only).status()).isEqualTo(303);
        assertThat(removals(browser)).isEmpty();
        assertThat(kept(person)).hasSize(1);
    }

    @Test
    void a_service_that_is_configured_no_more_is_no_way_in() {
        TestBrowser browser = new TestBrowser();
        comeIn(browser, "real", subject());
        browser.post("/sign-in/arrival/account", "name", "Без Пароля");
        TestIdentities.door(TestPeople.idOf(browser));
        assertThat(removals(browser)).hasSize(1);
        assertThat(browser.get(PAGE).page().select("main li strong").eachText()).contains("id.example");
    }

    @Test
    void nobody_takes_away_what_opens_another_account() {
        TestBrowser owner = TestPeople.register("Власниця Входу " + TestPeople.suffix());
        add(owner, "real", subject());
        String removal = removals(owner).getFirst().attr("action");
        assertThat(TestPeople.register("Хтось Інший " + TestPeople.suffix())
                        .post(removal)
                        .status())
                .isEqualTo(404);
        assertThat(removals(owner)).hasSize(1);
    }

    @Test
    void what_opens_another_account_is_not_added_and_changes_nobody_in_this_browser() {
        String subject = subject();
        TestBrowser owner = new TestBrowser();
        comeIn(owner, "real", subject);
        owner.post("/sign-in/arrival/account", "name", "Перша Власниця");
        TestBrowser other = TestPeople.register("Друга Приклад " + TestPeople.suffix());
        UUID person = TestPeople.idOf(other);
        assertThat(comeIn(other, "real", subject).status()).isEqualTo(409);
        assertThat(TestPeople.idOf(other)).isEqualTo(person);
    }
}
