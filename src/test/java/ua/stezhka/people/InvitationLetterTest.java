package ua.stezhka.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.EmailPeople;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** Who is invited and has an address gets a letter with a link of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class InvitationLetterTest {
    @Inject
    Jdbi jdbi;

    private final TestBrowser administrator = TestPeople.administrator();
    private final String name = "Роман Запрошений " + TestPeople.suffix();
    private final String email = EmailPeople.address();
    private final UUID form = UUID.randomUUID();

    private TestPost post;

    @BeforeEach
    void open() {
        post = TestPost.open();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private String invite(String to) {
        TestBrowser.Answer answer = administrator.post(
                "/administration/invitations",
                "id",
                form.toString(),
                "name",
                name,
                "email",
                to,
                "kind",
                "everywhere",
                "role",
                "mentor");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page().select("code").text().replaceFirst("^https?://[^/]+", "");
    }

    private TestBrowser.Answer accept(String link) {
        return new TestBrowser()
                .post(
                        "/invitation",
                        "code",
                        link.substring(link.indexOf('=') + 1),
                        "name",
                        name,
                        "password",
                        TestPeople.PASSWORD);
    }

    private static int opens(String link) {
        return new TestBrowser().get(link).status();
    }

    @Test
    void the_letter_has_a_link_of_its_own_in_words_and_in_html() {
        String shown = invite(email);
        String sent = post.link(email);
        assertThat(sent).startsWith("/invitation?code=").isNotEqualTo(shown);
        MimeMessage letter = post.letters(email).getFirst();
        assertThat(TestPost.subject(letter)).isEqualTo("Вас запрошують до «Стежки»");
        assertThat(TestPost.html(letter)).contains(sent, "Прийняти запрошення");
        assertThat(TestPost.text(letter)).as("nothing that somebody typed").doesNotContain("Роман");
        assertThat(opens(shown)).isEqualTo(200);
        assertThat(opens(sent)).isEqualTo(200);
        assertThat(accept(sent).location()).isEqualTo("/my");
        assertThat(opens(shown)).as("one use ends both").isEqualTo(404);
        assertThat(opens(sent)).isEqualTo(404);
    }

    @Test
    void the_secret_is_in_no_table() {
        invite(email);
        String sent = post.link(email);
        String secret = sent.substring(sent.indexOf('=') + 1);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery("""
                        select (select count(*) from platform.letter l where l::text like :secret)
                             + (select count(*) from people.invitation_link l where l::text like :secret)
                             + (select count(*) from people.invitation i where i::text like :secret)""")
                        .bind("secret", '%' + secret + '%')
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    @Test
    void a_second_press_writes_no_second_letter_and_another_address_ends_the_link_in_the_first() {
        invite(email);
        invite(email);
        String first = post.link(email);
        assertThat(post.letters(email)).hasSize(1);
        assertThat(opens(first)).isEqualTo(200);
        String other = EmailPeople.address();
        invite(other);
        assertThat(opens(first)).isEqualTo(404);
        assertThat(opens(post.link(other))).isEqualTo(200);
    }

    @Test
    void a_letter_that_waits_is_dropped_when_the_invitation_is_withdrawn() {
        invite(email);
        administrator.post("/administration/invitations/" + form + "/withdrawal");
        post.deliver();
        assertThat(post.letters(email)).isEmpty();
    }

    @Test
    void a_new_link_goes_by_letter_too_and_ends_the_old_letter() {
        invite(email);
        String first = post.link(email);
        administrator.post("/administration/invitations/" + form + "/link");
        String second = post.link(email);
        assertThat(post.letters(email)).hasSize(2);
        assertThat(opens(first)).isEqualTo(404);
        assertThat(opens(second)).isEqualTo(200);
    }

    @Test
    void who_has_no_address_gets_no_letter() {
        invite("");
        post.deliver();
        assertThat(post.letters()).isEmpty();
    }

    @Test
    void of_a_list_those_with_an_address_get_a_letter_if_the_administrator_says_so() {
        String table = "name;email\nОлена " + TestPeople.suffix() + ";%s\nІван " + TestPeople.suffix() + ";\n";
        confirm(table.formatted(EmailPeople.address()));
        post.deliver();
        assertThat(post.letters()).as("not ticked").isEmpty();
        TestBrowser.Answer done = confirm(table.replace(";%s", "-я;%s").formatted(email), "letters", "yes");
        assertThat(done.page().select(".notice--good").text()).contains("1 лист");
        assertThat(opens(post.link(email))).isEqualTo(200);
        assertThat(post.letters()).hasSize(1);
    }

    private TestBrowser.Answer confirm(String table, String... more) {
        TestBrowser.Answer looked =
                administrator.upload("/administration/import", "file", table.getBytes(StandardCharsets.UTF_8));
        assertThat(looked.page().select("#letters")).hasSize(1);
        String[] fields = {"id", looked.page().select("input[name=id]").attr("value")};
        TestBrowser.Answer done = administrator.post(
                "/administration/import/confirmation",
                java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return done;
    }
}
