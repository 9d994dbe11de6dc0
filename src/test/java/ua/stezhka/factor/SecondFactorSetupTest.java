package ua.stezhka.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.StartRefused;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** How the first administrator, and whoever gets a role later, comes to a second factor; and the operator's way back. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SecondFactorSetupTest {
    private static final String APP = "/settings/second-factor/app";

    @Inject
    Jdbi jdbi;

    @Inject
    SecondFactorReset command;

    @Inject
    SecondFactors factors;

    private static TestBrowser.Answer setUp(TestBrowser browser, String next) {
        String key = browser.get(APP).page().select("main dd code").text();
        return browser.post(APP, "code", TestPeople.code(key), "next", next);
    }

    @Test
    void the_first_administrator_sets_it_up_right_after_the_account_is_made() {
        String code = "code " + TestPeople.suffix();
        jdbi.useHandle(handle -> handle.execute(
                "insert into account.first_administrator_code (code_hash, created_at) values (?, now())",
                Throttle.hash(code)));
        String name = "Перша Людина " + TestPeople.suffix();
        TestBrowser browser = new TestBrowser();
        browser.post("/administration/first", "code", code, "name", name, "password", TestPeople.PASSWORD);
        var page = browser.open("/administration").page();
        assertThat(page.select("main .path-text").text()).contains("1", "3");
        assertThat(page.select("main a.btn:not(.btn--ghost)").attr("href")).isEqualTo(APP + "?next=%2Fadministration");
        var codes = setUp(browser, "/administration");
        assertThat(codes.page().select("main a.btn").attr("href")).isEqualTo("/administration");
        assertThat(browser.open("/administration").status()).isEqualTo(200);
    }

    @Test
    void afterwards_no_link_leads_to_another_site() {
        for (String elsewhere :
                new String[] {"https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)"}) {
            UUID person = TestPeople.idOf(TestPeople.learner());
            TestPeople.grantWithoutApp(person);
            var codes = setUp(TestPeople.half(person), elsewhere);
            assertThat(codes.page().select("main a.btn").attr("href"))
                    .as(elsewhere)
                    .isEqualTo("/");
        }
    }

    @Test
    void the_command_of_the_operator_forgets_the_factor_of_one_person() {
        String name = "Забута Людина " + TestPeople.suffix();
        UUID person = TestPeople.idOf(TestPeople.register(name));
        TestPeople.giveApp(person);
        TestBrowser browser = TestPeople.session(person);
        command.reset(name);
        assertThat(factors.owned(person)).isFalse();
        assertThat(browser.get("/settings").status()).isEqualTo(401);
        assertThatThrownBy(() -> command.reset("Нікого " + TestPeople.suffix())).isInstanceOf(StartRefused.class);
    }
}
