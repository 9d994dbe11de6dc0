package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Somebody at a desk helps a person without an account; whatever is done on behalf of the person, the person sees. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DeskTest {
    private static final String STEP = "/courses/internet-safety/lessons/bank-call/steps/1/completion";
    private final TestBrowser desk = TestCards.operator(TestCards.library());

    @Inject
    Jdbi jdbi;

    private int records(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account.person where name = ?")
                .bind(0, name)
                .mapTo(Integer.class)
                .one());
    }

    private List<String> actionsAbout(UUID person, UUID by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select e.action from account.audit_entry e join account.person p on p.actor_id = e.about_actor
                        join account.person h on h.actor_id = e.by_actor
                        where p.id = ? and h.id = ? order by e.number""")
                .bind(0, person)
                .bind(1, by)
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_record_keeps_what_to_call_the_person_the_year_the_place_and_the_consent_said_aloud() {
        TestCards.Held held = TestCards.helped(desk);
        var row = jdbi.withHandle(handle ->
                handle.createQuery("""
                        select r.birth_year, r.consent, r.scope_kind, r.scope_id, r.made_by, p.registered_at
                        from desk.assisted_record r join account.person p on p.id = r.person_id where p.id = ?""").bind(0, held.person()).mapToMap().one());
        assertThat(row)
                .containsEntry("birth_year", 1951)
                .containsEntry("consent", AssistedRecords.SAID_CONSENT)
                .containsEntry("scope_kind", "place")
                .containsEntry("scope_id", TestCards.library().id())
                .containsEntry("made_by", TestPeople.idOf(desk))
                .containsEntry("registered_at", null);
    }

    @Test
    void without_a_consent_nothing_is_written_and_nothing_typed_is_lost() {
        String name = "Без згоди " + TestPeople.suffix();
        var again = desk.post(
                "/desk/records", "person", Ids.next().toString(), "name", name, "born", "1948", "pin", TestCards.PIN);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#name").val()).isEqualTo(name);
        assertThat(again.page().select("#born").val()).isEqualTo("1948");
        assertThat(again.page().select("#pin").val()).isEqualTo(TestCards.PIN);
        assertThat(again.page().select("[data-errors] a").attr("href")).isEqualTo("#consent");
        assertThat(records(name)).isZero();
    }

    @Test
    void a_second_press_makes_one_record_and_one_card() {
        String name = "Двічі " + TestPeople.suffix();
        String[] form = {
            "person", Ids.next().toString(), "name", name, "born", "", "pin", TestCards.PIN, "consent", "yes"
        };
        String place = desk.post("/desk/records", form).location();
        assertThat(TestCards.same(desk).post("/desk/records", form).location()).isEqualTo(place);
        assertThat(records(name)).isEqualTo(1);
    }

    @Test
    void the_pin_is_shown_and_printed_only_in_the_browser_that_set_it() {
        TestCards.Held held = TestCards.helped(desk);
        String page = "/desk/people/" + held.person();
        assertThat(desk.get(page).body()).contains("482\u00a0915");
        TestBrowser elsewhere = TestPeople.session(TestPeople.idOf(desk));
        assertThat(elsewhere.get(page).body()).doesNotContain("482\u00a0915", TestCards.PIN);
        var pdf = desk.get(page + "/card/pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Cache-Control")).contains("no-store");
    }

    @Test
    void people_of_another_place_look_as_if_they_were_not_there() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser other = TestCards.operator(TestCards.elsewhere());
        String page = "/desk/people/" + held.person();
        assertThat(other.get(page).status()).isEqualTo(404);
        assertThat(other.get(page + "/card/pdf").status()).isEqualTo(404);
        assertThat(other.post(page + "/card/pin", "pin", "730461").status()).isEqualTo(404);
        assertThat(other.post("/desk/help/begin/" + held.person()).status()).isEqualTo(404);
        assertThat(other.get("/desk?find=" + held.name().substring(6)).body()).doesNotContain(held.name());
        assertThat(other.post("/desk/search", "code", held.code()).status()).isEqualTo(422);
        assertThat(desk.post("/desk/search", "code", held.code()).location()).isEqualTo(page);
    }

    @Test
    void card_and_pin_let_a_helper_of_another_place_in() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser other = TestCards.operator(TestCards.elsewhere());
        String page = "/desk/people/" + held.person();
        assertThat(other.post("/desk/search", "code", held.code(), "pin", TestCards.PIN)
                        .location())
                .isEqualTo(page);
        assertThat(other.get(page).status()).isEqualTo(200);
        assertThat(TestCards.byCard(held).get("/settings/help").page().text()).contains("Знайшли вас за карткою і PIN");
    }

    @Test
    void a_new_card_ends_the_old_one_and_a_second_press_makes_no_third() {
        TestCards.Held held = TestCards.helped(desk);
        String page = "/desk/people/" + held.person();
        String old = desk.get(page).page().select("input[name=replaces]").val();
        desk.post(page + "/card", "replaces", old, "pin", "730461");
        String fresh = TestCards.code(desk, page);
        TestCards.same(desk).post(page + "/card", "replaces", old, "pin", "730461");
        assertThat(TestCards.code(desk, page)).isEqualTo(fresh).isNotEqualTo(held.code());
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .status())
                .isEqualTo(422);
        assertThat(TestCards.signIn(new TestBrowser(), fresh, "730461").status())
                .isEqualTo(303);
    }

    @Test
    void work_together_is_told_on_every_page_and_one_press_brings_the_operator_back() {
        TestCards.Held held = TestCards.helped(desk);
        UUID operator = TestPeople.idOf(desk);
        assertThat(desk.post("/desk/help/begin/" + held.person()).location()).isEqualTo("/my");
        assertThat(TestPeople.idOf(desk)).isEqualTo(held.person());
        for (String page : List.of("/", "/my", "/courses", "/nothing/here")) {
            assertThat(desk.get(page).page().select("aside").text()).as(page).contains(held.name());
        }
        assertThat(desk.post(STEP).status()).isEqualTo(303);
        assertThat(desk.post("/desk/help/end").location()).isEqualTo("/desk/people/" + held.person());
        assertThat(TestPeople.idOf(desk)).isEqualTo(operator);
        assertThat(TestCards.byCard(held)
                        .get("/api/v1/progress/internet-safety")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_act_on_behalf_is_in_the_audit_and_on_the_page_of_the_person_without_the_name_of_the_helper() {
        TestCards.Held held = TestCards.helped(desk);
        UUID operator = TestPeople.idOf(desk);
        String operatorName = desk.get("/api/v1/me").json().get("name").asText();
        desk.post("/desk/help/begin/" + held.person());
        desk.post(STEP);
        desk.post("/courses/internet-safety/quiz/attempts");
        desk.post("/desk/help/end");
        assertThat(actionsAbout(held.person(), operator))
                .containsSubsequence(
                        "account.helped_record_made",
                        "account.helped_card_made",
                        "account.helped_begun",
                        "account.helped_act",
                        "account.helped_act",
                        "account.helped_ended");
        String seen = TestCards.byCard(held).get("/settings/help").page().text();
        assertThat(seen)
                .contains("Оператор, Міська бібліотека")
                .contains("Записали вас і вашу згоду")
                .contains("Пройшли 1 крок уроку")
                .contains("Почали тест")
                .doesNotContain(operatorName);
    }

    @Test
    void what_was_refused_is_not_shown_as_done() {
        TestCards.Held held = TestCards.helped(desk);
        desk.post("/desk/help/begin/" + held.person());
        assertThat(desk.post("/courses/internet-safety/lessons/bank-call/steps/1/response")
                        .status())
                .isEqualTo(404);
        desk.post("/desk/help/end");
        assertThat(TestCards.byCard(held).get("/settings/help").page().text()).doesNotContain("Відповіли на");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "/settings/card",
                "/settings/help",
                "/registration",
                "/sign-in",
                "/sign-in/card",
                "/card/claim",
                "/desk",
                "/administration"
            })
    void nobody_opens_settings_accounts_or_another_desk_for_somebody_else(String page) {
        TestCards.Held held = TestCards.helped(desk);
        desk.post("/desk/help/begin/" + held.person());
        assertThat(desk.get(page).status()).isEqualTo(403);
    }

    @Test
    void nobody_changes_the_name_or_makes_an_account_for_somebody_else() {
        TestBrowser learner = TestPeople.learner();
        learner.post("/settings/card", "pin", TestCards.PIN);
        String code = TestCards.code(learner, "/settings/card");
        desk.post("/desk/search", "code", code, "pin", TestCards.PIN);
        assertThat(desk.post("/desk/help/begin/" + TestPeople.idOf(learner)).status())
                .isEqualTo(303);
        assertThat(desk.post("/settings/name", "name", "Інша Людина").status()).isEqualTo(403);
        assertThat(desk.post("/certificates/0000-0000-0000-0000-0000-0000-00/shown-name", "shown", "none")
                        .status())
                .isEqualTo(403);
        assertThat(desk.sendJson("POST", "/api/v1/accounts", java.util.Map.of("name", "Інша Людина"))
                        .status())
                .isEqualTo(403);
        assertThat(desk.post("/card/claim", "name", "Інша Людина").status()).isEqualTo(403);
    }

    @Test
    void the_work_ends_when_the_operator_signs_out_elsewhere_or_loses_the_role() {
        TestCards.Held held = TestCards.helped(desk);
        UUID operator = TestPeople.idOf(desk);
        TestBrowser operatorsOwn = TestCards.same(desk);
        desk.post("/desk/help/begin/" + held.person());
        assertThat(desk.get("/my").status()).isEqualTo(200);
        operatorsOwn.post("/sign-out");
        assertThat(desk.get("/my").status()).isEqualTo(401);
        assertThat(operator).isNotEqualTo(held.person());
    }

    @Test
    void the_work_lasts_an_hour_at_most() {
        TestCards.Held held = TestCards.helped(desk);
        desk.post("/desk/help/begin/" + held.person());
        var times = jdbi.withHandle(handle -> handle.createQuery("""
                        select s.expires_at <= h.begun_at + interval '61 minutes' and h.ends_at <= h.begun_at + interval '60 minutes'
                        from desk.help h join account.session s on s.id = h.session_id where h.person_id = ?""")
                .bind(0, held.person())
                .mapTo(Boolean.class)
                .one());
        assertThat(times).isTrue();
        jdbi.useHandle(handle -> handle.execute("""
                update desk.help set begun_at = begun_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes'
                where person_id = ?""", held.person()));
        assertThat(desk.get("/my").status()).isEqualTo(401);
    }

    @Test
    void beginning_twice_leaves_one_work_and_one_way_back() {
        TestCards.Held held = TestCards.helped(desk);
        UUID operator = TestPeople.idOf(desk);
        TestBrowser second = TestCards.same(desk);
        desk.post("/desk/help/begin/" + held.person());
        TestBrowser first = TestCards.same(desk);
        second.post("/desk/help/begin/" + held.person());
        assertThat(first.get("/my").status()).isEqualTo(401);
        second.post("/desk/help/end");
        assertThat(TestPeople.idOf(second)).isEqualTo(operator);
        assertThat(TestCards.same(second).post("/desk/help/end").location()).isEqualTo("/desk");
    }
}
