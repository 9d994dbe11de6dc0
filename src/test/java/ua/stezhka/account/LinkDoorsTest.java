package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.platform.TestMail;
import ua.stezhka.platform.TestPost;

/** The doors of links tell nobody who is known, and let nobody try for long. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestMail.class)
class LinkDoorsTest {
    private TestPost post;

    @BeforeEach
    void open() {
        post = TestPost.open();
    }

    @AfterEach
    void close() {
        post.close();
    }

    /** The same answer after the same work: who the address belongs to is asked in the background. Source: ASVS 5.0, 6.3.8. */
    @Test
    void a_known_and_an_unknown_address_are_answered_alike_after_the_same_work() {
        EmailPeople person = EmailPeople.confirmed(post);
        Set<String> answers = new HashSet<>();
        for (int sample = 0; sample < 40; sample++) {
            TestPost.forget();
            answers.add(asked(person.email()));
            answers.add(asked(EmailPeople.address()));
        }
        assertThat(answers).hasSize(1);
    }

    private static String asked(String email) {
        TestBrowser browser = new TestBrowser();
        TestBrowser.Answer answer = browser.post("/sign-in/link", "email", email);
        assertThat(browser.cookies()).isEmpty();
        return answer.status()
                + answer.location()
                + answer.statements()
                + answer.body()
                + browser.get(answer.location()).body();
    }

    @Test
    void asking_often_must_wait_whoever_is_asked_for() {
        for (String email : List.of(EmailPeople.confirmed(post).email(), EmailPeople.address())) {
            TestPost.forget();
            for (int tries = 0; tries < 5; tries++) {
                assertThat(new TestBrowser()
                                .post("/sign-in/link", "email", email)
                                .status())
                        .isEqualTo(303);
            }
            TestBrowser.Answer wait = new TestBrowser().post("/sign-in/link", "email", email);
            assertThat(wait.status()).isEqualTo(429);
            assertThat(Integer.parseInt(wait.header("Retry-After"))).isPositive();
            assertThat(wait.page().select("#email").val()).isEqualTo(email);
        }
    }

    @Test
    void nobody_may_have_letters_sent_to_everybody() {
        int taken = 0;
        for (int tries = 0; tries < 60; tries++) {
            taken += new TestBrowser()
                                    .post("/sign-in/link", "email", EmailPeople.address())
                                    .status()
                            == 303
                    ? 1
                    : 0;
        }
        assertThat(taken).isBetween(30, 36);
    }

    @Test
    void trying_secrets_must_wait_at_every_door() {
        List<Integer> statuses = new ArrayList<>();
        for (int tries = 0; tries < 200; tries++) {
            String door = List.of("/sign-in/link/open", "/sign-in/link/password", "/email-confirmation")
                    .get(tries % 3);
            statuses.add(new TestBrowser().post(door, "secret", "guess" + tries).status());
        }
        assertThat(statuses.subList(0, 100)).containsOnly(404);
        assertThat(statuses.subList(150, 200)).contains(429);
    }
}
