package ua.stezhka.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.SealingKey;
import ua.stezhka.account.TestPeople;
import ua.stezhka.account.Throttle;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** The step after the password, and how it is set up, changed and lost. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SecondFactorTest {
    private static final String GIVE = SecondFactorGate.GIVE;
    private static final String SETTINGS = SecondFactorGate.SETTINGS;

    @Inject
    Jdbi jdbi;

    @Inject
    Throttle throttle;

    @Inject
    SecondFactors factors;

    @Inject
    SealingKey key;

    private String name;
    private UUID person;

    @BeforeEach
    void somebody_has_an_account() {
        name = "Оксана " + TestPeople.suffix();
        person = TestPeople.idOf(TestPeople.register(name));
    }

    private TestBrowser signIn() {
        TestBrowser browser = new TestBrowser();
        assertThat(browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD, "next", "/settings")
                        .status())
                .isEqualTo(303);
        return browser;
    }

    /** Sets an application up as the pages lead; the recovery codes that are shown. */
    private List<String> setUp(TestBrowser browser) {
        String shown =
                browser.get(SETTINGS + "/app").page().select("main dd code").text();
        var answer = browser.post(SETTINGS + "/app", "code", TestPeople.code(shown));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page().select("main ol code").eachText();
    }

    private List<String> audit() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select action from account.audit_entry
                        where by_actor = (select actor_id from account.person where id = :id)
                           or about_actor = (select actor_id from account.person where id = :id)
                        order by number""").bind("id", person).mapTo(String.class).list());
    }

    @Test
    void who_looks_after_others_sets_it_up_at_once_and_then_goes_on() {
        TestPeople.grantWithoutApp(person);
        TestBrowser browser = signIn();
        assertThat(browser.get("/administration/people").location())
                .isEqualTo(GIVE + "?next=%2Fadministration%2Fpeople");
        assertThat(browser.get(GIVE + "?next=%2Fadministration%2Fpeople").location())
                .isEqualTo(SETTINGS + "?next=%2Fadministration%2Fpeople");
        String before = browser.cookies().get("__Host-stezhka");
        assertThat(setUp(browser)).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\d{4} ?){4}"));
        assertThat(browser.cookies().get("__Host-stezhka")).as("a new session").isNotEqualTo(before);
        assertThat(browser.get("/administration/people").status()).isEqualTo(200);
        TestBrowser thief = new TestBrowser().cookie("__Host-stezhka", before);
        assertThat(thief.get("/api/v1/me").status()).as("the old one has ended").isEqualTo(401);
        assertThat(audit()).contains("account.code_app_added");
    }

    @Test
    void a_learner_is_not_asked_but_may_switch_it_on() {
        assertThat(signIn().get("/settings").status()).isEqualTo(200);
        TestBrowser browser = signIn();
        setUp(browser);
        assertThat(browser.get("/settings").status()).isEqualTo(200);
        assertThat(signIn().get("/settings").location()).startsWith(GIVE);
    }

    @Test
    void the_key_on_offer_stays_while_the_page_is_opened_again_and_is_another_in_each_session() {
        TestBrowser browser = signIn();
        String first =
                browser.get(SETTINGS + "/app").page().select("main dd code").text();
        assertThat(browser.get(SETTINGS + "/app").page().select("main dd code").text())
                .isEqualTo(first)
                .hasSize(39);
        assertThat(signIn().get(SETTINGS + "/app").page().select("main dd code").text())
                .isNotEqualTo(first);
    }

    @Test
    void a_code_lets_in_once_and_the_session_is_a_new_one() {
        TestPeople.giveApp(person);
        TestBrowser browser = signIn();
        TestBrowser another = signIn();
        String before = browser.cookies().get("__Host-stezhka");
        String code = TestPeople.code();
        var answer = browser.post(GIVE, "code", code.substring(0, 3) + ' ' + code.substring(3), "next", "/settings");
        assertThat(answer.location()).isEqualTo("/settings");
        assertThat(browser.get("/settings").status()).isEqualTo(200);
        assertThat(browser.cookies().get("__Host-stezhka")).isNotEqualTo(before);
        assertThat(another.post(GIVE, "code", code).status())
                .as("the same code again")
                .isEqualTo(422);
        assertThat(audit()).endsWith("account.second_factor_given");
    }

    @Test
    void a_recovery_code_lets_in_once() {
        List<String> codes = setUp(signIn());
        TestBrowser browser = signIn();
        assertThat(browser.post(GIVE, "code", codes.get(3)).status()).isEqualTo(303);
        assertThat(browser.get("/settings").status()).isEqualTo(200);
        assertThat(signIn().post(GIVE, "code", codes.get(3)).status()).isEqualTo(422);
        assertThat(signIn().post(GIVE, "code", codes.get(4).replace(" ", "-")).status())
                .isEqualTo(303);
        assertThat(browser.get(SETTINGS).page().select("#codes-title + p").text())
                .contains("8");
    }

    @Test
    void guessing_codes_gets_slower_as_guessing_passwords_does() {
        TestPeople.giveApp(person);
        TestBrowser browser = signIn();
        assertThat(browser.post(GIVE, "code", "000000").status()).isEqualTo(422);
        for (int tries = 0; tries < 14; tries++) {
            throttle.failed("second-factor " + person, "127.0.0.1");
        }
        var waiting = browser.post(GIVE, "code", TestPeople.code());
        assertThat(waiting.status()).isEqualTo(429);
        assertThat(Integer.parseInt(waiting.header("Retry-After"))).isPositive();
        assertThat(browser.sendJson("POST", "/api/v1/sessions/current/second-factor", Map.of("code", TestPeople.code()))
                        .status())
                .as("every door counts together")
                .isEqualTo(429);
    }

    @Test
    void a_program_gives_the_code_and_gets_a_token_that_opens() {
        TestPeople.giveApp(person);
        var half = new TestBrowser()
                .sendJson("POST", "/api/v1/sessions", Map.of("login", name, "password", TestPeople.PASSWORD));
        assertThat(half.json().get("secondFactorNeeded").asBoolean()).isTrue();
        TestBrowser program = new TestBrowser()
                .header("Authorization", "Bearer " + half.json().get("token").asText());
        var refused = program.get("/api/v1/me");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asText()).isEqualTo("account.second_factor_needed");
        var whole =
                program.sendJson("POST", "/api/v1/sessions/current/second-factor", Map.of("code", TestPeople.code()));
        assertThat(whole.status()).isEqualTo(201);
        assertThat(whole.json().get("secondFactorNeeded").asBoolean()).isFalse();
        assertThat(program.header(
                                "Authorization",
                                "Bearer " + whole.json().get("token").asText())
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changes_ask_for_the_password_and_after_a_while_for_a_code() {
        TestPeople.giveApp(person);
        TestBrowser browser = TestPeople.session(person);
        assertThat(browser.get(SETTINGS + "/app/removal").page().select("#password"))
                .hasSize(1);
        assertThat(browser.get(SETTINGS + "/app/removal").page().select("#proof"))
                .isEmpty();
        jdbi.useHandle(handle -> handle.execute(
                "update account.session set second_factor_at = second_factor_at - interval '11 minutes' where person_id = ?",
                person));
        assertThat(browser.get(SETTINGS + "/app/removal").page().select("#proof"))
                .hasSize(1);
        String code = TestPeople.code();
        assertThat(browser.post(SETTINGS + "/app/removal", "password", "не той пароль", "proof", code)
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(SETTINGS + "/app/removal", "password", TestPeople.PASSWORD, "proof", "000000")
                        .status())
                .isEqualTo(422);
        assertThat(factors.owned(person)).isTrue();
        assertThat(browser.post(SETTINGS + "/app/removal", "password", TestPeople.PASSWORD, "proof", code)
                        .location())
                .isEqualTo(SETTINGS + "?saved=removed");
        assertThat(factors.owned(person)).isFalse();
        assertThat(audit()).endsWith("account.code_app_removed");
    }

    @Test
    void another_phone_takes_the_place_of_the_old_one_and_other_sessions_end() {
        TestPeople.giveApp(person);
        TestBrowser here = TestPeople.session(person);
        TestBrowser there = TestPeople.session(person);
        String shown = here.get(SETTINGS + "/app").page().select("main dd code").text();
        assertThat(here.post(SETTINGS + "/app", "code", TestPeople.code(shown)).status())
                .as("without the password")
                .isEqualTo(422);
        assertThat(here.post(SETTINGS + "/app", "code", TestPeople.code(shown), "password", TestPeople.PASSWORD)
                        .status())
                .isIn(200, 303);
        assertThat(there.get("/settings").status()).isEqualTo(401);
        assertThat(here.get("/settings").status()).isEqualTo(200);
        assertThat(signIn().post(GIVE, "code", TestPeople.code()).status())
                .as("the old phone")
                .isEqualTo(422);
        assertThat(audit()).contains("account.code_app_replaced");
    }

    @Test
    void new_recovery_codes_end_the_old_ones() {
        TestBrowser browser = signIn();
        List<String> old = setUp(browser);
        var fresh = browser.post(SETTINGS + "/codes", "password", TestPeople.PASSWORD);
        assertThat(fresh.page().select("main ol code").eachText()).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(signIn().post(GIVE, "code", old.getFirst()).status()).isEqualTo(422);
        assertThat(audit()).contains("account.recovery_codes_made");
    }

    @Test
    void an_old_session_of_a_learner_asks_for_the_password_before_the_first_factor() {
        TestBrowser browser = signIn();
        jdbi.useHandle(handle -> handle.execute(
                "update account.session set started_at = started_at - interval '11 minutes' where person_id = ?",
                person));
        String shown =
                browser.get(SETTINGS + "/app").page().select("main dd code").text();
        assertThat(browser.post(SETTINGS + "/app", "code", TestPeople.code(shown))
                        .page()
                        .select("#password-error"))
                .hasSize(1);
    }

    @Test
    void a_reset_forgets_everything_and_ends_all_sessions() {
        UUID administrator = TestPeople.idOf(TestPeople.administrator());
        TestBrowser browser = signIn();
        List<String> codes = setUp(browser);
        factors.reset(person, administrator);
        assertThat(browser.get("/settings").status()).isEqualTo(401);
        assertThat(factors.owned(person)).isFalse();
        assertThat(signIn().get("/settings").status())
                .as("a learner needs none")
                .isEqualTo(200);
        assertThat(codes).hasSize(10);
        assertThat(audit()).contains("account.second_factor_reset");
    }

    @Test
    void removing_the_last_factor_leads_who_needs_one_to_set_up_another() {
        TestPeople.grant(person, RoleGrant.parse("mentor:everywhere:"));
        TestBrowser browser = TestPeople.session(person);
        browser.post(SETTINGS + "/app/removal", "password", TestPeople.PASSWORD);
        assertThat(browser.get("/settings").location()).startsWith(GIVE);
        assertThat(browser.get(SETTINGS + "/app").status()).isEqualTo(200);
    }

    @Test
    void secrets_lie_sealed_and_recovery_codes_hashed_in_the_database() {
        List<String> codes = setUp(signIn());
        byte[] sealed = owned("select secret from factor.code_app where person_id = :id", byte[].class)
                .getFirst();
        assertThat(key.open(person, sealed)).hasSize(Totp.SECRET_BYTES);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key.open(person, sealed), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> key.open(UUID.randomUUID(), sealed)).isInstanceOf(Problem.Busy.class);
        List<String> hashes = owned("select hash from factor.recovery_code where person_id = :id", String.class);
        assertThat(hashes).hasSize(codes.size()).allMatch(hash -> hash.startsWith(TestPeople.HASH));
    }

    private <T> List<T> owned(String query, Class<T> type) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", person).mapTo(type).list());
    }
}
