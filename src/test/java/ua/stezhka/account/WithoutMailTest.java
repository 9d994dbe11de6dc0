package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Outbox;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Nobody needs a mail server: an address is another name to sign in with, and nothing by e-mail is offered. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WithoutMailTest {
    @Inject
    Outbox outbox;

    @Inject
    Jdbi jdbi;

    private int letters() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from platform.letter")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void no_page_offers_a_link_and_the_page_of_links_tells_whom_to_ask() {
        assertThat(outbox.works()).isFalse();
        assertThat(new TestBrowser().get("/sign-in").page().select("main a[href='/sign-in/link']"))
                .isEmpty();
        TestBrowser.Answer page = new TestBrowser().get("/sign-in/link");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("main a[href='/help']")).hasSize(1);
        assertThat(page.page().select("main .lead").text()).matches(".*\\d{2}.*");
        assertThat(new TestBrowser()
                        .post("/sign-in/link", "email", "olena@example.com")
                        .location())
                .isEqualTo("/sign-in/link");
    }

    @Test
    void an_address_counts_at_once_and_no_letter_is_written() {
        int before = letters();
        String first = EmailPeople.address();
        EmailPeople person = EmailPeople.register(first);
        assertThat(signIn(first)).isEqualTo(303);
        String second = EmailPeople.address();
        assertThat(person.browser()
                        .post("/settings/email", "email", second, "current", TestPeople.PASSWORD)
                        .location())
                .isEqualTo("/settings/email?saved=saved");
        assertThat(signIn(second)).isEqualTo(303);
        assertThat(signIn(first)).isEqualTo(422);
        assertThat(person.browser()
                        .post("/settings/email/removal", "current", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(signIn(second)).isEqualTo(422);
        assertThat(letters()).isEqualTo(before);
    }

    @Test
    void an_address_of_another_account_is_refused() {
        String email = EmailPeople.address();
        EmailPeople.register(email);
        EmailPeople other = EmailPeople.unconfirmed();
        TestBrowser.Answer again =
                other.browser().post("/settings/email", "email", email, "current", TestPeople.PASSWORD);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#email-error").text()).isNotEmpty();
    }

    private static int signIn(String login) {
        return new TestBrowser()
                .post("/sign-in", "login", login, "password", TestPeople.PASSWORD)
                .status();
    }
}
