package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Auditors read who did what; each person reads who looked at theirs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AuditPagesTest {
    @Inject
    AuditTrail audit;

    @Inject
    Jdbi jdbi;

    private final TestBrowser administrator = TestPeople.administrator();

    private List<String> deeds(String query) {
        return administrator
                .get("/administration/audit?" + query)
                .page()
                .select("tbody th")
                .eachText();
    }

    private List<String> actions(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select e.action from account.audit_entry e join account.person p
                            on p.actor_id in (e.about_actor, e.by_actor)
                        where p.id = ? order by e.number""").bind(0, person).mapTo(String.class).list());
    }

    @Test
    void the_life_of_an_account_stands_in_the_trail() {
        String name = "Марія Приклад " + TestPeople.suffix();
        TestBrowser browser = TestPeople.register(name);
        UUID person = TestPeople.idOf(browser);
        browser.post("/settings/name", "name", name + "-Нова");
        browser.post("/settings/password", "current", TestPeople.PASSWORD, "password", "зовсім новий пароль");
        browser.post("/sign-out");
        browser.post("/sign-in", "login", name, "password", "зовсім новий пароль");

        assertThat(actions(person))
                .containsExactly(
                        "account.registered",
                        "account.renamed",
                        "account.password_changed",
                        "account.signed_out",
                        "account.signed_in");
        assertThat(deeds("person=" + person))
                .containsExactly(
                        "Вхід спосіб: пароль",
                        "Вихід",
                        "Змінено пароль спосіб: пароль",
                        "Змінено ім’я",
                        "Створено обліковий запис");
        assertThat(deeds("action=account.renamed&person=" + person)).hasSize(1);
        assertThat(deeds("to=2026-01-01&person=" + person)).isEmpty();
        assertThat(deeds("from=2026-01-01&person=" + person)).hasSize(5);
        assertThat(deeds("from=tomorrow&before=x'&action='&person=" + person)).isEmpty();
    }

    @Test
    void a_row_of_wrong_passwords_is_one_entry() {
        String name = "Вгадуваний Приклад " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        for (int tries = 0; tries < 9; tries++) {
            new TestBrowser().post("/sign-in", "login", name, "password", "вгадую");
        }
        assertThat(actions(person).stream().filter("account.sign_in_slowed"::equals))
                .hasSize(1);
    }

    @Test
    void a_long_trail_is_read_page_by_page() {
        UUID person = TestPeople.idOf(TestPeople.learner());
        for (int i = 0; i < 60; i++) {
            audit.note(AuditNote.of("account.tried").about(person));
        }
        var first = administrator.get("/administration/audit?person=" + person);
        assertThat(first.page().select("tbody tr")).hasSize(50);
        String older = first.page().select("main a.btn").attr("href");
        assertThat(administrator.get(older).page().select("tbody tr")).hasSize(11);
        assertThat(first.statements()).isLessThanOrEqualTo(6);
    }

    @Test
    void a_press_tells_how_many_entries_are_right() {
        var checked = administrator.post("/administration/audit/check");
        assertThat(checked.page().select("main [role=status]").text()).startsWith("Журнал цілий:");
    }

    @Test
    void a_person_sees_that_staff_looked_at_their_results_and_in_which_role() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        assertThat(browser.get("/settings/views").page().select("tbody tr")).isEmpty();
        administrator.get("/administration/enrolments?person=" + person);
        administrator.get("/api/v1/enrolments?person=" + person);
        var seen = browser.get("/settings/views");
        assertThat(seen.page().select("tbody tr")).hasSize(2);
        assertThat(seen.page().select("tbody tr:first-child").text()).contains("Адміністратор", "Ваші курси й поступ");
        String viewer = administrator.get("/api/v1/me").json().get("name").asText();
        assertThat(seen.body()).as("no more than the role").doesNotContain(viewer);
        assertThat(TestPeople.learner().get("/settings/views").page().select("tbody tr"))
                .as("somebody else sees nothing of it")
                .isEmpty();
    }

    @Test
    void a_look_at_what_is_ones_own_is_not_noted() {
        UUID self = TestPeople.idOf(administrator);
        administrator.get("/administration/enrolments?person=" + self);
        assertThat(administrator.get("/settings/views").page().select("tbody tr"))
                .isEmpty();
    }
}
