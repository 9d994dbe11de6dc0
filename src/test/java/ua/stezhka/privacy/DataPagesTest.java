package ua.stezhka.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class DataPagesTest {
    @Inject
    Jdbi jdbi;

    @Test
    void a_copy_is_made_only_for_the_password() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser.Answer refused = browser.post("/settings/data/export", "current", "щось інше");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#current-error").text()).contains("Пароль не підходить");
        assertThat(browser.get("/settings/data").page().select("form[action*=/exports/]"))
                .isEmpty();
    }

    @Test
    void a_copy_is_given_out_once_and_to_its_owner_only() {
        TestBrowser browser = TestPeople.learner();
        String address = copy(browser);

        assertThat(TestPeople.learner().post(address).status()).isEqualTo(404);
        assertThat(TestPeople.administrator().post(address).status()).isEqualTo(404);
        assertThat(new TestBrowser().post(address).status()).isEqualTo(401);
        TestBrowser.Answer given = browser.post(address);
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.header("Content-Type")).isEqualTo("application/zip");
        assertThat(given.header("Content-Disposition")).isEqualTo("attachment; filename=\"stezhka-data.zip\"");
        assertThat(given.header("Cache-Control")).contains("no-store");
        assertThat(browser.post(address).status()).isEqualTo(404);
        assertThat(rows("privacy.data_export", TestPeople.idOf(browser))).isZero();
    }

    @Test
    void a_copy_whose_time_is_over_is_not_given_out() {
        TestBrowser browser = TestPeople.learner();
        String address = copy(browser);
        jdbi.useHandle(handle -> handle.execute(
                "update privacy.data_export set expires_at = now() where person_id = ?", TestPeople.idOf(browser)));

        assertThat(browser.post(address).status()).isEqualTo(404);
        assertThat(browser.get("/settings/data").page().select("form[action*=/exports/]"))
                .isEmpty();
    }

    @Test
    void the_sixth_copy_of_a_day_has_to_wait() {
        TestBrowser browser = TestPeople.learner();
        for (int i = 0; i < 5; i++) {
            copy(browser);
        }

        assertThat(browser.post("/settings/data/export", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void a_request_to_correct_something_waits_with_its_day() {
        TestBrowser browser = TestPeople.learner();
        assertThat(browser.post("/settings/data/correction", "correction", " ").status())
                .isEqualTo(422);
        assertThat(browser.post("/settings/data/correction", "correction", "По батькові: Іванівна")
                        .location())
                .isEqualTo("/settings/data?saved=correction");

        String table = browser.get("/settings/data").page().select("table").text();
        assertThat(table).contains("Виправити дані", "По батькові: Іванівна", "Чекає");
    }

    @Test
    void whoever_asks_to_be_erased_has_time_to_change_their_mind() {
        TestBrowser browser = TestPeople.learner();
        UUID person = TestPeople.idOf(browser);
        TestBrowser elsewhere = TestPeople.session(person);
        assertThat(browser.post("/settings/erasure", "certificates", "keep", "current", "не той")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/settings/erasure", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(elsewhere.get("/settings").status()).isEqualTo(200);

        assertThat(browser.post("/settings/erasure", "certificates", "keep", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);

        assertThat(elsewhere.get("/settings").status()).isEqualTo(401);
        assertThat(browser.get("/settings/erasure")
                        .page()
                        .select("#asked-title")
                        .text())
                .startsWith("Усе буде стерто");
        assertThat(browser.post("/settings/erasure/cancellation").status()).isEqualTo(303);
        assertThat(browser.get("/settings/erasure").page().select("form[action=/settings/erasure]"))
                .isNotEmpty();
        assertThat(rows("privacy.data_request", person)).isEqualTo(1);
    }

    private String copy(TestBrowser browser) {
        TestBrowser.Answer made = browser.post("/settings/data/export", "current", TestPeople.PASSWORD);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return browser.get("/settings/data")
                .page()
                .select("form[action*=/exports/]")
                .attr("action");
    }

    private int rows(String table, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <table> where person_id = :id")
                .define("table", table)
                .bind("id", person)
                .mapTo(Integer.class)
                .one());
    }
}
