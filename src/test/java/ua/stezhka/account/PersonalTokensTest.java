package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A personal token opens what its scopes name and nothing else, until it is taken back or out of date. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PersonalTokensTest {
    private static final String PAGE = "/settings/tokens";
    private static final String ME = "/api/v1/me";

    @Inject
    Jdbi jdbi;

    @Inject
    AuditTrail audit;

    private TestBrowser browser;
    private UUID person;

    @BeforeEach
    void somebody() {
        browser = TestPeople.learner();
        person = TestPeople.idOf(browser);
    }

    private TestBrowser.Answer make(String form, TokenScope scope) {
        return browser.post(PAGE, "form", form, "name", "Мій календар", "scopes", scope.key(), "days", "30");
    }

    private String made(TokenScope scope) {
        var answer = make(Ids.next().toString(), scope);
        assertThat(answer.status()).isEqualTo(201);
        return answer.page().select("#made").val();
    }

    private static TestBrowser program(String token) {
        return new TestBrowser().without("Sec-Fetch-Site").header("Authorization", "Bearer " + token);
    }

    private static int status(String token) {
        return program(token).get(ME).status();
    }

    @Test
    void a_token_is_shown_once_and_only_its_hash_is_kept() {
        String token = made(TokenScope.PROFILE_READ);
        assertThat(token).matches("stz_[A-Za-z0-9_-]{43}");
        assertThat(program(token).get(ME).json().get("id").asText()).isEqualTo(person.toString());
        assertThat(browser.get(PAGE).body()).contains("Мій календар").doesNotContain(token);
        List<String> rows = jdbi.withHandle(handle -> handle.createQuery("select t::text from account.personal_token t")
                .mapTo(String.class)
                .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(TestPeople.lastDeedAbout(person)).isEqualTo("account.personal_token_made");
    }

    @Test
    void the_page_with_the_token_is_kept_by_nobody() {
        assertThat(make(Ids.next().toString(), TokenScope.PROFILE_READ).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void a_second_press_makes_no_second_token_and_shows_one_that_works() {
        String form = Ids.next().toString();
        String first =
                make(form, TokenScope.PROFILE_READ).page().select("#made").val();
        String second =
                make(form, TokenScope.PROFILE_READ).page().select("#made").val();
        assertThat(status(second)).isEqualTo(200);
        assertThat(status(first)).as("nobody has seen it").isEqualTo(401);
        assertThat(browser.get(PAGE).page().select(".tasks li")).hasSize(1);
        assertThat(make(form, TokenScope.PROFILE_READ).status())
                .as("in use by now")
                .isEqualTo(404);
    }

    @Test
    void nobody_gets_the_token_of_another_person_by_its_form() {
        String form = Ids.next().toString();
        String mine = make(form, TokenScope.PROFILE_READ).page().select("#made").val();
        assertThat(TestPeople.learner()
                        .post(PAGE, "form", form, "name", "Чужа", "scopes", "profile:read", "days", "30")
                        .status())
                .isEqualTo(404);
        assertThat(status(mine)).isEqualTo(200);
    }

    @Test
    void a_token_that_is_taken_back_opens_nothing_at_once() {
        String token = made(TokenScope.PROFILE_READ);
        assertThat(status(token)).isEqualTo(200);
        String action = browser.get(PAGE).page().select(".tasks form").attr("action");
        assertThat(TestPeople.learner().post(action).status())
                .as("somebody else")
                .isEqualTo(404);
        assertThat(browser.post(action).location()).isEqualTo("/settings/tokens?revoked=true");
        assertThat(status(token)).isEqualTo(401);
        assertThat(browser.post(action).status()).isEqualTo(404);
        assertThat(TestPeople.lastDeedAbout(person)).isEqualTo("account.personal_token_revoked");
    }

    @Test
    void a_token_opens_only_what_its_scope_names() {
        String progress = "/api/v1/progress";
        String step = progress + "/internet-safety/lessons/bank-call/steps/1";
        assertThat(status(made(TokenScope.PROGRESS_READ))).isEqualTo(403);
        assertThat(program(made(TokenScope.PROGRESS_READ)).get(progress).status())
                .isEqualTo(200);
        assertThat(program(made(TokenScope.PROGRESS_READ))
                        .sendJson("PUT", step, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(program(made(TokenScope.PROGRESS_WRITE))
                        .sendJson("PUT", step, Map.of())
                        .status())
                .isEqualTo(200);
        var refused = program(made(TokenScope.PROGRESS_WRITE)).get(progress);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asText()).isEqualTo("account.out_of_scope");
    }

    @Test
    void a_token_makes_no_token_ends_no_session_and_opens_no_role() {
        TestPeople.grant(person, new RoleGrant(Role.ADMINISTRATOR, Scope.EVERYWHERE));
        String token = TestPeople.token(person, TokenScope.values());
        assertThat(program(token).get(ME).json().get("administrator").asBoolean())
                .isFalse();
        for (String path : List.of(PAGE, "/settings", "/api/v1/people", "/api/v1/sessions", "/administration/people")) {
            assertThat(program(token).get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(program(token).post(PAGE, "name", "Ще одна").status()).isEqualTo(403);
        assertThat(program(token)
                        .sendJson("DELETE", "/api/v1/sessions", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_is_no_cookie_and_no_refresh_token() {
        String token = made(TokenScope.PROFILE_READ);
        assertThat(new TestBrowser().cookie("__Host-stezhka", token).get(ME).status())
                .isEqualTo(401);
        assertThat(new TestBrowser()
                        .cookie("__Host-stezhka-refresh", token)
                        .get(ME)
                        .status())
                .isEqualTo(401);
        assertThat(program(token)
                        .sendJson("POST", "/api/v1/sessions/current/refresh", Map.of("refreshToken", token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void guesses_are_refused() {
        for (String guess :
                List.of("stz_", "stz_x", "stz_" + Secrets.next(), "stz_' or 1=1", "stz_" + "a".repeat(9000))) {
            assertThat(status(guess)).as(guess).isIn(401, 431);
        }
    }

    @Test
    void whoever_changes_the_password_or_is_blocked_has_no_tokens_any_more() {
        String token = made(TokenScope.PROFILE_READ);
        browser.post("/settings/password", "current", TestPeople.PASSWORD, "password", "новий довгий пароль");
        assertThat(status(token)).isEqualTo(401);
        String another = made(TokenScope.PROFILE_READ);
        jdbi.useHandle(handle -> handle.createUpdate("update account.person set blocked_at = now() where id = :id")
                .bind("id", person)
                .execute());
        assertThat(status(another)).isEqualTo(401);
    }

    @Test
    void a_token_ends_by_itself() {
        HandClock clock = new HandClock();
        PersonalTokens tokens = new PersonalTokens(jdbi, clock, audit);
        NewToken year = NewToken.of(Ids.next(), "Рік", List.of("profile:read"), 365);
        String secret = tokens.make(person, year);
        clock.forward(Duration.ofDays(364));
        assertThat(tokens.use(secret)).isPresent();
        assertThat(tokens.of(person)).hasSize(1).allMatch(token -> token.usedAt() != null);
        clock.forward(Duration.ofDays(1));
        assertThat(tokens.use(secret)).isEmpty();
        assertThat(tokens.of(person)).isEmpty();
    }

    @Test
    void a_token_lasts_a_year_at_most_and_opens_something_known() {
        Set<Integer> days = new HashSet<>(NewToken.DAYS);
        assertThat(days).allMatch(count -> count <= 365);
        var answer = browser.post(PAGE, "name", "", "scopes", "everything", "days", "4000");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[data-errors] li")).hasSize(3);
        var typed = browser.post(PAGE, "name", "Звіти", "days", "180");
        assertThat(typed.page().select("#name").val()).isEqualTo("Звіти");
        assertThat(typed.page().select("#days [selected]").val()).isEqualTo("180");
        made(TokenScope.PROFILE_READ);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "update account.personal_token set expires_at = created_at + interval '2 years' where person_id = ?",
                        person)))
                .hasMessageContaining("personal_token_lasts_a_year_at_most");
    }

    @Test
    void a_person_has_twenty_tokens_at_most() {
        for (int made = 0; made < 20; made++) {
            TestPeople.token(person, TokenScope.PROFILE_READ);
        }
        var answer = make(Ids.next().toString(), TokenScope.PROFILE_READ);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#name-error").text()).contains("20");
    }

    @Test
    void whoever_came_in_by_a_card_makes_no_token() {
        TestBrowser card = TestPeople.session(person, Way.CARD);
        assertThat(card.get("/my").status()).isEqualTo(200);
        assertThat(card.get(PAGE).status()).isEqualTo(403);
        assertThat(card.post(PAGE, "name", "Звіти", "scopes", "profile:read", "days", "30")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void scopes_are_the_same_in_the_code_and_in_the_database() {
        assertThat(Arrays.stream(TokenScope.values()).map(TokenScope::key)).allSatisfy(key -> assertThat(
                        TestPeople.token(person, TokenScope.of(key).orElseThrow()))
                .startsWith("stz_"));
        assertThatThrownBy(() -> TokenScope.require(Set.of(), "GET", ME)).isInstanceOf(Problem.Forbidden.class);
    }
}
