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
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Administrators find people and look after their accounts; what they do holds at the next press. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PeopleAdministrationTest {
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

    @Test
    void people_are_found_by_the_beginnings_of_any_of_their_words() {
        String suffix = TestPeople.suffix();
        String name = "Дар’я Нечуй-Левицька " + suffix;
        TestBrowser browser = new TestBrowser();
        browser.post(
                "/registration",
                "name",
                name,
                "loginName",
                "Соловейко " + suffix,
                "password",
                TestPeople.PASSWORD,
                "email",
                "darya-" + suffix.hashCode() + "@example.com");

        for (String find : List.of(
                name,
                "дар " + suffix,
                "ЛЕВИ нечуй " + suffix,
                "Дар'я " + suffix,
                "солов " + suffix,
                "darya-" + suffix.hashCode())) {
            assertThat(found(find, "")).as(find).containsExactly(name);
        }
        assertThat(found("евицька " + suffix, "")).isEmpty();
    }

    @Test
    void what_is_typed_is_never_read_as_a_statement_or_a_search_of_the_database() {
        for (String find : List.of("'", "' | 'а", "!а", "а:*", "\\", "%", "_", "') or 1=1 --", "\u0000", "<->")) {
            assertThat(administrator
                            .get("/administration/people?role=x'&state=y'&find="
                                    + URLEncoder.encode(find, StandardCharsets.UTF_8))
                            .status())
                    .as(find)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_list_is_narrowed_by_role_and_by_state() {
        String name = "Захар Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        assertThat(found(name, "&role=mentor")).isEmpty();
        TestPeople.grant(person, new RoleGrant(Role.MENTOR, Scope.EVERYWHERE));

        assertThat(found(name, "&role=mentor")).containsExactly(name);
        assertThat(found(name, "&state=blocked")).isEmpty();
        administrator.post(page(person) + "/block", "reason", "request");
        assertThat(found(name, "&state=blocked&role=mentor")).containsExactly(name);
        assertThat(found(name, "&state=active")).isEmpty();
    }

    @Test
    void a_role_is_given_within_a_scope_and_taken_again() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        TestPeople.giveApp(person);
        TestBrowser browser = TestPeople.session(person);
        assertThat(administrator
                        .post(page(person) + "/roles", "role", "administrator", "kind", "everywhere", "scopeId", "")
                        .location())
                .endsWith("?done=roleGiven");
        assertThat(browser.get("/administration/people").status()).isEqualTo(200);

        String take =
                administrator.get(page(person)).page().select("a[href$=/end]").attr("href");
        assertThat(administrator.get(take).page().select("h1").text()).isEqualTo("Забрати роль");
        assertThat(administrator.post(take).status()).isEqualTo(303);
        assertThat(browser.get("/administration/people").status()).isEqualTo(403);
        assertThat(administrator.get(page(person)).page().select("tbody tr")).hasSize(1);
        assertThat(administrator.post(take).status()).as("taken already").isEqualTo(404);
    }

    @Test
    void a_role_in_one_place_is_chosen_and_shown_by_the_name_of_the_place() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        var choices = administrator.get(page(person) + "/roles").page().select("#kind option");
        assertThat(choices.eachText()).startsWith("Усюди").contains("Міська бібліотека");
        assertThat(choices.eachText()).as("kinds that there are none of yet").noneMatch(text -> text.contains("група"));

        String library = choices.stream()
                .filter(choice -> choice.text().equals("Міська бібліотека"))
                .findFirst()
                .orElseThrow()
                .attr("value");
        var given = administrator.post(page(person) + "/roles", "role", "desk_operator", "kind", library);
        assertThat(given.status()).isEqualTo(303);
        assertThat(administrator
                        .get(page(person))
                        .page()
                        .select("#roles-title + table")
                        .text())
                .contains("Оператор допомоги", "Міська бібліотека");
        assertThat(administrator
                        .get("/administration/audit?action=account.role_granted")
                        .page()
                        .select("tbody tr")
                        .getFirst()
                        .text())
                .contains("Міська бібліотека")
                .doesNotContain(library.substring(library.indexOf(':') + 1));
    }

    @Test
    void a_scope_that_is_no_number_is_asked_for_again_and_nothing_typed_is_lost() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        var answer = administrator.post(
                page(person) + "/roles", "role", "mentor", "kind", "cohort", "scopeId", "перша група");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#scopeId").attr("value")).isEqualTo("перша група");
        assertThat(answer.page().select("#role option[selected]").attr("value")).isEqualTo("mentor");
        assertThat(answer.page().select("#kind option[selected]").attr("value")).isEqualTo("cohort");
        assertThat(answer.page().select("[data-errors] a").attr("href")).isEqualTo("#scopeId");
    }

    @Test
    void who_is_blocked_is_out_at_once_and_stays_out_until_let_in_again() {
        String name = "Петро Приклад " + TestPeople.suffix();
        TestBrowser browser = TestPeople.register(name);
        UUID person = TestPeople.idOf(browser);
        assertThat(administrator.post(page(person) + "/block", "reason", "").status())
                .isEqualTo(422);
        administrator.post(page(person) + "/block", "reason", "stolen");

        assertThat(browser.get("/settings").status()).isEqualTo(401);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .get(page(person))
                        .page()
                        .select(".notice--offline")
                        .text())
                .contains("входив хтось інший");

        administrator.post(page(person) + "/block/end");
        signedIn(name);
        assertThat(browser.get("/settings").status())
                .as("ended sessions stay ended")
                .isEqualTo(401);
        assertThat(actionsAbout(person)).contains("account.blocked", "account.unblocked");
    }

    @Test
    void nobody_blocks_themselves() {
        UUID self = TestPeople.idOf(administrator);
        assertThat(administrator
                        .post(page(self) + "/block", "reason", "request")
                        .status())
                .isEqualTo(409);
        assertThat(administrator.get("/administration/people").status()).isEqualTo(200);
    }

    @Test
    void sessions_end_on_all_devices_and_the_person_may_sign_in_again() {
        String name = "Уляна Приклад " + TestPeople.suffix();
        TestBrowser one = TestPeople.register(name);
        TestBrowser other = signedIn(name);
        UUID person = TestPeople.idOf(one);
        assertThat(administrator.get(page(person)).page().select("dd").eachText())
                .contains("на 2 пристроях");
        administrator.post(page(person) + "/sessions");
        assertThat(one.get("/settings").status()).isEqualTo(401);
        assertThat(other.get("/settings").status()).isEqualTo(401);
        signedIn(name);
        assertThat(actionsAbout(person)).contains("account.sessions_ended");
    }

    @Test
    void a_name_is_corrected_for_the_person() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        assertThat(administrator.post(page(person) + "/name", "name", "7").status())
                .isEqualTo(422);
        administrator.post(page(person) + "/name", "name", "  Олена   Виправлена ");
        assertThat(browser.get("/api/v1/me").json().get("name").asText()).isEqualTo("Олена Виправлена");
        assertThat(actionsAbout(person)).contains("account.renamed");
    }

    @Test
    void a_guest_has_no_page() {
        UUID guest = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                "insert into account.person (id, actor_id, name, created_at) values (?, gen_random_uuid(), '—', now())",
                guest));
        assertThat(administrator.get(page(guest)).status()).isEqualTo(404);
    }

    @Test
    void a_list_leaves_only_after_the_password_and_no_cell_of_it_is_a_formula() {
        String suffix = TestPeople.suffix();
        TestPeople.register("=HYPERLINK(\"evil\") " + suffix);
        assertThat(administrator
                        .post("/administration/export", "find", suffix, "current", "не той")
                        .status())
                .isEqualTo(422);
        var file = administrator.post("/administration/export", "find", suffix, "current", TestPeople.PASSWORD);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv; charset=UTF-8");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.body()).contains("'=HYPERLINK").doesNotContain("\n=").doesNotContain("\n\"=");
        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("""
                        select details ->> 'number' from account.audit_entry where action = 'account.people_exported'
                        order by number desc limit 1""").mapTo(String.class).one()))
                .isEqualTo("1");
    }
}
