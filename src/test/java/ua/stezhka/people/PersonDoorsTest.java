package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.TokenScope;
import ua.stezhka.desk.TestCards;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** The administrator’s page of a person tells by which ways the person comes in, and takes away what was lost or stolen. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PersonDoorsTest {
    @Inject
    Jdbi jdbi;

    private final TestBrowser administrator = TestPeople.administrator();

    private static TestBrowser signedIn(String name) {
        TestBrowser browser = new TestBrowser();
        assertThat(browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        return browser;
    }

    private static String page(UUID person) {
        return "/administration/people/" + person;
    }

    private List<String> found(String find, String more) {
        return administrator
                .get("/administration/people?find=" + URLEncoder.encode(find, StandardCharsets.UTF_8) + more)
                .page()
                .select("tbody th a")
                .eachText();
    }

    private List<String> actionsAbout(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select e.action from account.audit_entry e join account.person p on p.actor_id = e.about_actor
                        where p.id = ? order by e.number""").bind(0, person).mapTo(String.class).list());
    }

    private String card(UUID person) {
        return TestCards.give(person);
    }

    @Test
    void a_person_is_found_by_the_code_of_a_card_however_it_is_typed() {
        String name = "Карта Приклад " + TestPeople.suffix();
        String code = card(TestPeople.idOf(TestPeople.register(name)));
        String misread = code.toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('2', 'z');
        for (String find : List.of(code, code.replace("-", ""), code.replace('-', ' '), misread)) {
            assertThat(found(find, "")).as(find).containsExactly(name);
        }
        assertThat(found(code.substring(0, 9), "")).isEmpty();
    }

    @Test
    void the_page_tells_by_which_ways_the_person_comes_in_and_takes_a_card_away() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        String code = card(person);
        TestPeople.giveApp(person);
        var doors = administrator.get(page(person)).page().select("section[aria-labelledby=doors-title]");
        assertThat(doors.text()).contains("Пароль є", "Застосунок із кодами є", "Ключі входу —", "діє до");
        assertThat(doors.text()).as("what opens a door is not told").doesNotContain(code);
        String revocation = doors.select("a").attr("href");
        assertThat(administrator.get(revocation).status()).isEqualTo(200);
        assertThat(administrator.post(revocation).location()).endsWith("?done=cardRevoked");
        assertThat(TestCards.codeOf(person)).isEmpty();
        assertThat(administrator.get(page(person)).page().select("a[href$=/card]"))
                .isEmpty();
    }

    @Test
    void a_lost_second_step_is_reset_and_nobody_resets_their_own() {
        String name = "Загублена Приклад " + TestPeople.suffix();
        TestBrowser browser = TestPeople.register(name);
        UUID person = TestPeople.idOf(browser);
        assertThat(administrator.get(page(person)).page().select("a[href$=/second-factor]"))
                .as("nothing to reset")
                .isEmpty();
        TestPeople.giveApp(person);
        String reset = administrator
                .get(page(person))
                .page()
                .select("a[href$=/second-factor]")
                .attr("href");
        assertThat(administrator.get(reset).page().select("h1").text()).isEqualTo("Скинути другий крок");
        administrator.post(reset);
        administrator.post(reset);
        assertThat(browser.get("/settings").status()).isEqualTo(401);
        assertThat(signedIn(name).get("/settings").status()).isEqualTo(200);
        assertThat(actionsAbout(person)).containsOnlyOnce("account.second_factor_reset");

        UUID self = TestPeople.idOf(administrator);
        assertThat(administrator.post(page(self) + "/second-factor").status()).isEqualTo(409);
        assertThat(administrator.get("/administration/people").status()).isEqualTo(200);
    }

    @Test
    void programs_of_a_person_are_out_when_all_sessions_end() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        String token = TestPeople.token(person, TokenScope.PROFILE_READ);
        TestBrowser program = new TestBrowser().without("Sec-Fetch-Site").header("Authorization", "Bearer " + token);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        administrator.post(page(person) + "/block", "reason", "stolen");
        administrator.post(page(person) + "/block/end");
        assertThat(program.get("/api/v1/me").status())
                .as("revoked tokens stay revoked")
                .isEqualTo(401);
    }
}
