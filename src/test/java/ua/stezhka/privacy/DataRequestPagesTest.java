package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** What administrators do for people who come in person. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DataRequestPagesTest {
    private static final String REASON = "Прийшла сама, з документом";

    @Inject
    Jdbi jdbi;

    @Test
    void a_copy_for_somebody_at_the_desk_has_grounds_that_the_person_sees() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser administrator = TestPeople.administrator();
        String page = page(browser);
        assertThat(administrator
                        .post(page + "/export", "reason", " ", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post(page + "/export", "reason", REASON, "current", "не той")
                        .status())
                .isEqualTo(422);

        assertThat(administrator
                        .post(page + "/export", "reason", REASON, "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);

        String fetch =
                administrator.get(page).page().select("form[action*=/exports/]").attr("action");
        assertThat(TestPeople.administrator().post(fetch).status()).isEqualTo(404);
        assertThat(administrator.post(fetch).status()).isEqualTo(200);
        assertThat(administrator.post(fetch).status()).isEqualTo(404);
        assertThat(browser.get("/settings/data").page().select("table").text()).contains(REASON);
        assertThat(actionsAbout(TestPeople.idOf(browser))).contains("account.data_exported");
    }

    @Test
    void an_erasure_from_the_desk_signs_out_everywhere_and_can_be_taken_back() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        TestBrowser administrator = TestPeople.administrator();

        assertThat(administrator
                        .post(
                                page(browser) + "/erasure",
                                "reason",
                                REASON,
                                "certificates",
                                "revoke",
                                "current",
                                TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(browser.get("/settings").status()).isEqualTo(401);
        TestBrowser back = TestPeople.session(person);
        assertThat(back.get("/settings/erasure").page().select("main").text()).contains(REASON);
        back.post("/settings/erasure/cancellation");
        assertThat(actionsAbout(person)).contains("account.erasure_asked", "account.erasure_cancelled");
    }

    @Test
    void the_last_administrator_cannot_leave() {
        TestBrowser browser = TestPeople.administrator();
        UUID last = TestPeople.idOf(browser);
        List<UUID> others = jdbi.withHandle(handle ->
                handle.createQuery("""
                        update account.role_grant set ended_at = now()
                        where role = 'administrator' and scope_kind = 'everywhere' and ended_at is null and person_id <> :id
                        returning id""").bind("id", last).mapTo(UUID.class).list());

        assertThat(browser.post("/settings/erasure", "certificates", "keep", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(409);

        jdbi.useHandle(handle -> others.forEach(
                grant -> handle.execute("update account.role_grant set ended_at = null where id = ?", grant)));
        TestPeople.forgetSessions();
    }

    @Test
    void open_requests_stand_on_top_with_the_days_that_are_left() {
        TestBrowser browser = TestPeople.register("Зіна Приклад " + TestPeople.suffix());
        browser.post("/settings/data/correction", "correction", "Виправте рік");
        TestBrowser administrator = TestPeople.administrator();

        var row = administrator.get("/administration/data-requests").page().select("tbody tr").stream()
                .filter(each -> each.text().contains("Зіна"))
                .findFirst()
                .orElseThrow();
        assertThat(row.text()).contains("лишилося 29 днів", "Виправте рік");

        String answer = row.select("form").attr("action");
        assertThat(administrator.post(answer).status()).isEqualTo(303);
        assertThat(administrator.post(answer).status()).isEqualTo(404);
        assertThat(browser.get("/settings/data").page().select("table").text()).contains("Зроблено");
    }

    private static String page(TestBrowser browser) {
        return "/administration/data-requests/people/" + TestPeople.idOf(browser);
    }

    private List<String> actionsAbout(UUID person) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select e.action from account.audit_entry e join account.person p on p.actor_id = e.about_actor
                        where p.id = :id order by e.number""").bind("id", person).mapTo(String.class).list());
    }
}
