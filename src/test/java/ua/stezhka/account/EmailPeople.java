package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestPost;

/** A person of the tests with an address. */
public record EmailPeople(TestBrowser browser, String name, String email) {
    /** An address nobody has yet. */
    public static String address() {
        return "olena-" + TestPeople.suffix().substring(2).toLowerCase(Locale.ROOT) + "@example.com";
    }

    /** Registers with an address, and does not press the button in the letter. */
    public static EmailPeople unconfirmed() {
        return register(address());
    }

    public static EmailPeople register(String email) {
        String name = "Олена Пошта " + TestPeople.suffix();
        TestBrowser browser = new TestBrowser();
        assertThat(browser.post("/registration", "name", name, "password", TestPeople.PASSWORD, "email", email)
                        .status())
                .isEqualTo(303);
        return new EmailPeople(browser, name, email);
    }

    /** Registers, and confirms the address by the letter. */
    public static EmailPeople confirmed(TestPost post) {
        EmailPeople person = unconfirmed();
        assertThat(new TestBrowser()
                        .post("/email-confirmation", "secret", post.secret(person.email()))
                        .location())
                .isEqualTo("/email-confirmation/done");
        return person;
    }
}
