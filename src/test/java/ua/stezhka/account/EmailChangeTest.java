package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** The address of an account is changed by its owner, told to its old place, and counts when it is proved. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class EmailChangeTest {
    private static final String CHANGED = "Пошту у «Стежці» змінено";

    @Inject
    Jdbi jdbi;

    private TestPost post;

    @BeforeEach
    void open() {
        post = TestPost.open();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private static TestBrowser.Answer wish(EmailPeople person, String email) {
        return person.browser().post("/settings/email", "email", email, "current", TestPeople.PASSWORD);
    }

    private static int confirm(String secret) {
        return new TestBrowser().post("/email-confirmation", "secret", secret).status();
    }

    private static int signIn(String login) {
        return new TestBrowser()
                .post("/sign-in", "login", login, "password", TestPeople.PASSWORD)
                .status();
    }

    private String newest(String email) {
        post.deliver();
        return TestPost.subject(post.letters(email).getLast());
    }

    @Test
    void a_new_address_counts_when_its_owner_has_pressed_the_button_and_the_old_one_is_told() {
        EmailPeople person = EmailPeople.confirmed(post);
        String email = EmailPeople.address();
        TestBrowser.Answer asked = wish(person, email);
        assertThat(asked.location()).isEqualTo("/settings/email?saved=asked");
        assertThat(person.browser().get(asked.location()).page().select("main").text())
                .contains(person.email(), email);
        String secret = post.secret(email);
        assertThat(signIn(email)).isEqualTo(422);
        TestBrowser scanner = new TestBrowser();
        TestBrowser.Answer page = scanner.get("/email-confirmation?secret=" + secret);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin");
        assertThat(signIn(email)).isEqualTo(422);
        assertThat(confirm(secret)).isEqualTo(303);
        assertThat(confirm(secret)).isEqualTo(404);
        assertThat(signIn(email)).isEqualTo(303);
        assertThat(signIn(person.email())).isEqualTo(422);
        assertThat(newest(person.email())).isEqualTo(CHANGED);
        assertThat(person.browser().get("/settings/email").page().select("main").text())
                .contains(email)
                .doesNotContain(person.email());
    }

    @Test
    void without_the_current_password_nothing_changes() {
        EmailPeople person = EmailPeople.confirmed(post);
        for (String current : new String[] {"", "не той пароль"}) {
            TestBrowser.Answer again =
                    person.browser().post("/settings/email", "email", "thief@example.com", "current", current);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.page().select("#current-error").text()).isNotEmpty();
            assertThat(again.page().select("#email").val()).isEqualTo("thief@example.com");
            assertThat(person.browser()
                            .post("/settings/email/removal", "current", current)
                            .status())
                    .isEqualTo(422);
        }
        post.deliver();
        assertThat(post.letters("thief@example.com")).isEmpty();
        assertThat(signIn(person.email())).isEqualTo(303);
    }

    @Test
    void an_address_of_another_account_is_answered_alike_and_only_its_owner_is_told() {
        EmailPeople owner = EmailPeople.confirmed(post);
        EmailPeople other = EmailPeople.confirmed(post);
        EmailPeople third = EmailPeople.confirmed(post);
        TestBrowser.Answer taken = wish(other, owner.email());
        TestBrowser.Answer free = wish(third, EmailPeople.address());
        assertThat(taken.status()).isEqualTo(free.status());
        assertThat(taken.location()).isEqualTo(free.location());
        post.deliver();
        MimeMessage letter = post.letters(owner.email()).getLast();
        assertThat(TestPost.subject(letter)).isEqualTo("Ця пошта вже є у «Стежці»");
        assertThat(TestPost.text(letter)).doesNotContain("secret=");
        assertThat(signIn(owner.email())).isEqualTo(303);
    }

    @Test
    void registering_with_the_address_of_another_account_looks_like_any_other_registration() {
        EmailPeople owner = EmailPeople.confirmed(post);
        TestPost.forget();
        EmailPeople second = EmailPeople.register(owner.email());
        assertThat(second.browser().get("/settings/email").page().select("main").text())
                .contains(owner.email());
        assertThat(newest(owner.email())).isEqualTo("Ця пошта вже є у «Стежці»");
    }

    @Test
    void the_last_wish_counts_and_links_of_earlier_ones_are_worth_nothing() {
        EmailPeople person = EmailPeople.confirmed(post);
        String mistyped = EmailPeople.address();
        String right = EmailPeople.address();
        wish(person, mistyped);
        String first = post.secret(mistyped);
        wish(person, right);
        assertThat(confirm(first)).isEqualTo(404);
        assertThat(confirm(post.secret(right))).isEqualTo(303);
        assertThat(signIn(mistyped)).isEqualTo(422);
        assertThat(signIn(right)).isEqualTo(303);
    }

    @Test
    void who_typed_a_strangers_address_loses_it_to_the_owner() {
        EmailPeople squatter = EmailPeople.unconfirmed();
        EmailPeople owner = EmailPeople.confirmed(post);
        String email = EmailPeople.address();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update account.password set email = :email, email_key = :email where person_id = :id")
                .bind("email", email)
                .bind("id", TestPeople.idOf(squatter.browser()))
                .execute());
        wish(owner, email);
        assertThat(confirm(post.secret(email))).isEqualTo(303);
        TestBrowser browser = new TestBrowser();
        browser.post("/sign-in", "login", email, "password", TestPeople.PASSWORD);
        assertThat(TestPeople.idOf(browser)).isEqualTo(TestPeople.idOf(owner.browser()));
    }

    @Test
    void two_accounts_that_want_one_address_do_not_both_get_it() {
        EmailPeople one = EmailPeople.confirmed(post);
        EmailPeople other = EmailPeople.confirmed(post);
        String email = EmailPeople.address();
        wish(one, email);
        String first = post.secret(email);
        TestPost.forget();
        wish(other, email);
        String second = post.secret(email);
        assertThat(confirm(first)).isEqualTo(303);
        assertThat(confirm(second)).isEqualTo(404);
        assertThat(signIn(email)).isEqualTo(303);
    }

    @Test
    void a_removed_address_is_told_and_opens_nothing_any_more() {
        EmailPeople person = EmailPeople.confirmed(post);
        assertThat(person.browser()
                        .post("/settings/email/removal", "current", TestPeople.PASSWORD)
                        .location())
                .isEqualTo("/settings/email?saved=removed");
        assertThat(newest(person.email())).isEqualTo(CHANGED);
        assertThat(signIn(person.email())).isEqualTo(422);
        int before = post.letters(person.email()).size();
        new TestBrowser().post("/sign-in/link", "email", person.email());
        post.deliver();
        assertThat(post.letters(person.email())).hasSize(before);
    }

    @Test
    void a_change_of_password_is_told() {
        EmailPeople person = EmailPeople.confirmed(post);
        person.browser().post("/settings/password", "current", TestPeople.PASSWORD, "password", "новий довгий пароль");
        assertThat(newest(person.email())).isEqualTo("Пароль до «Стежки» змінено");
    }

    @Test
    void nobody_may_have_many_letters_sent_from_the_settings() {
        EmailPeople person = EmailPeople.confirmed(post);
        for (int tries = 0; tries < 5; tries++) {
            assertThat(wish(person, EmailPeople.address()).status()).isEqualTo(303);
        }
        assertThat(wish(person, EmailPeople.address()).status()).isEqualTo(422);
    }

    @Test
    void letters_speak_the_language_of_the_page_and_hold_nothing_that_somebody_typed() {
        String email = EmailPeople.address();
        TestBrowser browser = new TestBrowser();
        browser.post("/comfort", "lang", "en", "next", "/");
        String name = "Prize at evil.example " + TestPeople.suffix();
        browser.post("/registration", "name", name, "password", TestPeople.PASSWORD, "email", email);
        post.deliver();
        MimeMessage letter = post.letters(email).getFirst();
        assertThat(TestPost.subject(letter)).isEqualTo("Confirm your e-mail for Stezhka");
        assertThat(TestPost.html(letter)).contains("lang=\"en\"").doesNotContain("evil.example");
        assertThat(TestPost.text(letter)).doesNotContain("evil.example");
    }
}
