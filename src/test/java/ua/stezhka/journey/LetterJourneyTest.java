package ua.stezhka.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** A person with an e-mail confirms it, forgets the password and comes back by a letter; without script, as with it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class LetterJourneyTest {
    private static final String MAIN_ACTION = "main form .btn:not(.btn--ghost)";
    private static final String NEW_PASSWORD = "зовсім нове довге слово";

    @Test
    void with_script() {
        try (TestPost post = TestPost.open();
                Visit visit = Visit.on(Screen.PHONE)) {
            journey(post, visit, "with-script@example.com", true);
        }
    }

    @Test
    void without_script() {
        try (TestPost post = TestPost.open();
                Visit visit = Visit.withoutScript(Screen.PHONE)) {
            journey(post, visit, "without-script@example.com", false);
        }
    }

    private static void journey(TestPost post, Visit visit, String email, boolean closely) {
        visit.open("/registration");
        visit.page.locator("#email").fill(email);
        visit.register("Олена Листова " + TestPeople.suffix());
        visit.open("/settings/email");
        see(visit, "e-mail waits", closely);
        visit.open(post.link(email));
        see(visit, "e-mail to be confirmed", closely);
        visit.press(MAIN_ACTION);
        assertThat(visit.path()).isEqualTo("/email-confirmation/done");
        visit.open("/settings/email");
        see(visit, "e-mail confirmed", closely);
        visit.open("/settings");
        visit.press("form[action='/sign-out'] button");
        visit.open("/sign-in");
        visit.press("main a[href='/sign-in/link']");
        visit.press(MAIN_ACTION);
        see(visit, "link form faulty", closely);
        visit.page.locator("#email").fill(email);
        visit.press(MAIN_ACTION);
        assertThat(visit.path()).isEqualTo("/sign-in/link/sent");
        visit.open(post.link(email));
        see(visit, "link opened", closely);
        visit.press("main a[href^='/sign-in/link/password']");
        visit.press(MAIN_ACTION);
        see(visit, "new password faulty", closely);
        visit.page.locator("#password").fill(NEW_PASSWORD);
        visit.press(MAIN_ACTION);
        assertThat(visit.path()).isEqualTo("/my");
        post.deliver();
        assertThat(post.letters(email)).extracting(TestPost::subject).endsWith("Пароль до «Стежки» змінено");
    }

    private static void see(Visit visit, String state, boolean closely) {
        visit.blame(closely ? Look.closely(visit.page, state) : List.of());
    }
}
