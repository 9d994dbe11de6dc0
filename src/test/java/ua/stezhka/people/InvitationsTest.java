package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** An invitation is a link that opens one account, once, for a week. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class InvitationsTest {
    @Inject
    Jdbi jdbi;

    private final TestBrowser administrator = TestPeople.administrator();

    private String linkFor(String name, String... more) {
        List<String> fields = new ArrayList<>(List.of("name", name, "kind", "everywhere"));
        fields.addAll(List.of(more));
        var answer = administrator.post("/administration/invitations", fields.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return link(answer);
    }

    private static String link(TestBrowser.Answer answer) {
        return answer.page().select("code").text().replaceFirst("^https?://[^/]+", "");
    }

    private static TestBrowser.Answer accept(TestBrowser browser, String link, String name) {
        return browser.post(
                "/invitation",
                "code",
                link.substring(link.indexOf('=') + 1),
                "name",
                name,
                "password",
                TestPeople.PASSWORD);
    }

    @Test
    void who_is_invited_chooses_a_password_and_has_the_role() {
        String name = "Ментор Запрошений " + TestPeople.suffix();
        String link = linkFor(name, "role", "administrator", "email", "invited" + name.hashCode() + "@example.com");
        assertThat(link).matches("/invitation\\?code=[0-9a-f]{32}");

        TestBrowser browser = new TestBrowser();
        assertThat(browser.get(link).page().select("#name").attr("value")).isEqualTo(name);
        assertThat(accept(browser, link, name).location()).isEqualTo("/my");
        assertThat(browser.get("/administration/people").location())
                .as("who looks after others sets a second factor up first")
                .startsWith("/sign-in/second-factor");
        assertThat(new TestBrowser()
                        .post(
                                "/sign-in",
                                "login",
                                "invited" + name.hashCode() + "@example.com",
                                "password",
                                TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_link_works_once_and_only_its_hash_is_kept() {
        String name = "Раз Запрошена " + TestPeople.suffix();
        String link = linkFor(name);
        String code = link.substring(link.indexOf('=') + 1);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from people.invitation i where i::text like ?")
                                .bind(0, '%' + code + '%')
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
        assertThat(accept(new TestBrowser(), link, name).status()).isEqualTo(303);
        assertThat(accept(new TestBrowser(), link, name + "х").status()).isEqualTo(404);
        assertThat(new TestBrowser().get(link).status()).isEqualTo(404);
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
    }

    @Test
    void a_link_out_of_date_is_like_one_that_never_was() {
        String link = linkFor("Пізній Гість " + TestPeople.suffix());
        jdbi.useHandle(
                handle -> handle.execute(
                        "update people.invitation set invited_at = invited_at - interval '8 days', expires_at = expires_at - interval '8 days'"));
        var late = new TestBrowser().get(link);
        var never = new TestBrowser().get("/invitation?code=" + "0".repeat(32));
        assertThat(late.status()).isEqualTo(404).isEqualTo(never.status());
        assertThat(late.page().select("main h1").text())
                .isEqualTo(never.page().select("main h1").text())
                .isEqualTo("Це запрошення вже не діє");
        assertThat(late.page().select("main .lead").text()).contains("Попросіть нове");
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
    }

    @Test
    void guessing_links_gets_slower() {
        List<Integer> answers = new ArrayList<>();
        for (int tries = 0; tries < 8; tries++) {
            answers.add(new TestBrowser().get("/invitation?code=guess" + tries).status());
        }
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
        assertThat(answers).startsWith(404, 404, 404).endsWith(429);
    }

    @Test
    void a_taken_name_asks_for_another_name_to_sign_in_with_and_the_link_waits_on() {
        String name = "Друга Олена " + TestPeople.suffix();
        TestPeople.register(name);
        String link = linkFor(name);
        TestBrowser browser = new TestBrowser();
        var refused = accept(browser, link, name);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#loginName")).hasSize(1);
        assertThat(browser.post(
                                "/invitation",
                                "code",
                                link.substring(link.indexOf('=') + 1),
                                "name",
                                name,
                                "loginName",
                                name + " друга",
                                "password",
                                TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_new_link_ends_the_old_one_and_a_withdrawn_invitation_opens_nothing() {
        String name = "Нова Адреса " + TestPeople.suffix();
        String old = linkFor(name);
        UUID id = jdbi.withHandle(handle -> handle.createQuery("select id from people.invitation where name = ?")
                .bind(0, name)
                .mapTo(UUID.class)
                .one());
        String fresh = link(administrator.post("/administration/invitations/" + id + "/link"));
        assertThat(new TestBrowser().get(old).status()).isEqualTo(404);
        assertThat(new TestBrowser().get(fresh).status()).isEqualTo(200);
        administrator.post("/administration/invitations/" + id + "/withdrawal");
        assertThat(new TestBrowser().get(fresh).status()).isEqualTo(404);
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
    }

    @Test
    void a_second_press_is_the_same_invitation_with_a_new_link() {
        String name = "Двічі Натиснуто " + TestPeople.suffix();
        String id = UUID.randomUUID().toString();
        String first = linkFor(name, "id", id);
        String second = linkFor(name, "id", id);
        assertThat(second).isNotEqualTo(first);
        assertThat(new TestBrowser().get(first).status()).isEqualTo(404);
        assertThat(new TestBrowser().get(second).status()).isEqualTo(200);
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
    }

    @Test
    void what_a_blocked_administrator_promised_is_void() {
        TestBrowser other = TestPeople.administrator();
        String link = link(other.post(
                "/administration/invitations",
                "name",
                "Чужий Друг " + TestPeople.suffix(),
                "role",
                "administrator",
                "kind",
                "everywhere"));
        assertThat(new TestBrowser().get(link).status()).isEqualTo(200);
        administrator.post("/administration/people/" + TestPeople.idOf(other) + "/block", "reason", "stolen");
        assertThat(new TestBrowser().get(link).status()).isEqualTo(404);
        jdbi.useHandle(handle -> handle.execute("delete from account.failed_sign_in"));
    }

    @Test
    void an_email_is_invited_once() {
        String email = "once" + TestPeople.suffix().hashCode() + "@example.com";
        linkFor("Перша Пошта " + TestPeople.suffix(), "email", email);
        var second = administrator.post(
                "/administration/invitations",
                "name",
                "Друга Пошта",
                "email",
                email.toUpperCase(),
                "kind",
                "everywhere");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.page().select("#email").attr("value")).isEqualTo(email.toUpperCase());
    }

    @Test
    void a_guest_keeps_what_was_done_in_this_browser() {
        TestBrowser browser = new TestBrowser();
        browser.post("/courses/internet-safety/lessons/bank-call/steps/1/completion");
        String name = "Гість Запрошений " + TestPeople.suffix();
        assertThat(accept(browser, linkFor(name), name).status()).isEqualTo(303);
        assertThat(browser.get("/api/v1/progress/internet-safety").status()).isEqualTo(200);
    }
}
