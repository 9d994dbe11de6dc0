package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** People see where they are signed in, end it there, and nobody sees or ends what belongs to others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OwnSessionsTest {
    private static final String PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";
    private static final String DESK = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private String name;
    private TestBrowser here;
    private TestBrowser phone;

    @BeforeEach
    void signed_in_twice() {
        name = "Роман Приклад " + TestPeople.suffix();
        here = new TestBrowser().header("User-Agent", DESK);
        here.post("/registration", "name", name, "password", TestPeople.PASSWORD);
        phone = new TestBrowser().header("User-Agent", PHONE);
        phone.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
    }

    private static UUID current(TestBrowser browser) {
        for (var session : browser.get("/api/v1/sessions").json()) {
            if (session.get("current").asBoolean()) {
                return UUID.fromString(session.get("id").asText());
            }
        }
        throw new AssertionError("no current session");
    }

    private static int status(TestBrowser browser) {
        return browser.get("/api/v1/me").status();
    }

    private static int delete(TestBrowser browser, String path) {
        return browser.send("DELETE", path, BodyPublishers.noBody(), "").status();
    }

    @Test
    void the_page_tells_the_browser_the_way_in_and_which_one_is_this() {
        var page = here.get("/settings/sessions").page();
        assertThat(page.select(".tasks li strong").eachText())
                .containsExactly("Firefox, комп’ютер", "Firefox, телефон");
        assertThat(page.select(".tasks li:has(.tag) strong").text()).isEqualTo("Firefox, комп’ютер");
        assertThat(page.select(".tasks li .meta").eachText()).allMatch(text -> text.contains("з паролем"));
        assertThat(page.select(".tasks form"))
                .as("a button at the other one only")
                .hasSize(1);
    }

    @Test
    void a_person_ends_one_session_and_the_audit_trail_tells() {
        String action =
                here.get("/settings/sessions").page().select(".tasks form").attr("action");
        assertThat(here.post(action).location()).isEqualTo("/settings/sessions?done=one");
        assertThat(status(phone)).isEqualTo(401);
        assertThat(status(here)).isEqualTo(200);
        assertThat(TestPeople.lastDeedAbout(TestPeople.idOf(here))).isEqualTo("account.sessions_ended");
        assertThat(here.post(action).status()).as("a second press").isEqualTo(404);
    }

    @Test
    void a_person_ends_all_other_sessions() {
        TestBrowser third = new TestBrowser();
        third.post("/sign-in", "login", name, "password", TestPeople.PASSWORD);
        assertThat(phone.post("/settings/sessions/others/sign-out").location())
                .isEqualTo("/settings/sessions?done=others");
        assertThat(status(here)).isEqualTo(401);
        assertThat(status(third)).isEqualTo(401);
        assertThat(status(phone)).isEqualTo(200);
        assertThat(phone.get("/settings/sessions").page().select(".tasks li")).hasSize(1);
    }

    @Test
    void ending_this_session_signs_out() {
        assertThat(here.post("/settings/sessions/" + current(here) + "/sign-out")
                        .location())
                .isEqualTo("/signed-out");
        assertThat(here.cookies()).isEmpty();
    }

    @Test
    void an_ended_session_is_not_renewed() {
        TestBrowser stolen = new TestBrowser()
                .cookie("__Host-stezhka-refresh", phone.cookies().get("__Host-stezhka-refresh"));
        assertThat(delete(here, "/api/v1/sessions/" + current(phone))).isEqualTo(204);
        assertThat(status(stolen)).isEqualTo(401);
    }

    @Test
    void programs_see_and_end_sessions_too() {
        var sessions = here.get("/api/v1/sessions").json();
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).get("device").asText()).isEqualTo("phone");
        assertThat(sessions.get(0).get("browser").asText()).isEqualTo("Firefox");
        assertThat(sessions.get(0).get("way").asText()).isEqualTo("password");
        assertThat(delete(here, "/api/v1/sessions")).isEqualTo(204);
        assertThat(status(phone)).isEqualTo(401);
        assertThat(delete(here, "/api/v1/sessions/" + current(here))).isEqualTo(204);
        assertThat(here.cookies()).isEmpty();
    }

    @Test
    void sessions_of_others_look_as_if_they_were_not_there() {
        TestBrowser other = TestPeople.learner();
        String theirs = current(here).toString();
        String none = UUID.randomUUID().toString();
        for (String id : new String[] {theirs, none, "1", "' or 1=1"}) {
            String path = id.replace(" ", "%20").replace("'", "%27");
            assertThat(other.post("/settings/sessions/" + path + "/sign-out").status())
                    .isEqualTo(404);
            assertThat(delete(other, "/api/v1/sessions/" + path)).isEqualTo(404);
        }
        assertThat(status(here)).isEqualTo(200);
        assertThat(other.get("/api/v1/sessions").json()).hasSize(1);
    }

    @Test
    void the_page_costs_two_statements() {
        here.get("/settings/sessions");
        TestPeople.forgetSessions();
        assertThat(here.get("/settings/sessions").statements()).isEqualTo(2);
    }
}
