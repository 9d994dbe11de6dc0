package ua.stezhka.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Who presses a button of an account twice gets what one press gives, and a refusal leaves nothing behind. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SecondPressTest {
    private static final String LESSON = "/courses/internet-safety/lessons/bank-call/steps/1";

    @Inject
    Jdbi jdbi;

    private int people() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account.person")
                .mapTo(Integer.class)
                .one());
    }

    private int sessions() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account.session")
                .mapTo(Integer.class)
                .one());
    }

    /** A browser with the same cookies, as a second press sends them before the first answer is there. */
    private static TestBrowser same(TestBrowser browser) {
        TestBrowser same = new TestBrowser();
        browser.cookies().forEach(same::cookie);
        return same;
    }

    private static TestBrowser.Answer register(TestBrowser browser, String name, String password) {
        return browser.post("/registration", "name", name, "password", password, "email", "");
    }

    private static TestBrowser guest() {
        TestBrowser guest = new TestBrowser();
        assertThat(guest.post(LESSON + "/completion").status()).isEqualTo(303);
        return guest;
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(calls)) {
                answers.add(done.get());
            }
            return answers;
        }
    }

    @Test
    void a_refused_registration_of_an_unknown_browser_leaves_nobody_behind() {
        String name = "Надія " + TestPeople.suffix();
        TestPeople.register(name);
        int people = people();
        int sessions = sessions();
        TestBrowser stranger = new TestBrowser();
        assertThat(register(stranger, name, "цілком інший пароль").status()).isEqualTo(422);
        assertThat(stranger.cookies()).isEmpty();
        assertThat(new TestBrowser()
                        .sendJson("POST", "/api/v1/accounts", Map.of("name", name, "password", TestPeople.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(people()).isEqualTo(people);
        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void a_registration_makes_one_person() {
        int people = people();
        TestPeople.learner();
        assertThat(people()).isEqualTo(people + 1);
    }

    @Test
    void a_second_press_registers_an_unknown_browser_once() throws Exception {
        String name = "Віра " + TestPeople.suffix();
        int people = people();
        TestBrowser one = new TestBrowser();
        TestBrowser two = new TestBrowser();
        assertThat(together(List.<Callable<Integer>>of(
                        () -> register(one, name, TestPeople.PASSWORD).status(),
                        () -> register(two, name, TestPeople.PASSWORD).status())))
                .containsOnly(303);
        assertThat(register(new TestBrowser(), name, TestPeople.PASSWORD).status())
                .isEqualTo(303);
        assertThat(people()).isEqualTo(people + 1);
        assertThat(one.get("/api/v1/me").json()).isEqualTo(two.get("/api/v1/me").json());
    }

    @Test
    void a_second_press_registers_a_guest_once_and_keeps_what_the_guest_did() throws Exception {
        String name = "Любов " + TestPeople.suffix();
        TestBrowser guest = guest();
        TestBrowser second = same(guest);
        TestBrowser third = same(guest);
        assertThat(together(List.<Callable<Integer>>of(
                        () -> register(guest, name, TestPeople.PASSWORD).status(),
                        () -> register(second, name, TestPeople.PASSWORD).status())))
                .containsOnly(303);
        assertThat(register(third, name, TestPeople.PASSWORD).status()).isEqualTo(303);
        for (TestBrowser browser : List.of(guest, second, third)) {
            assertThat(browser.get("/api/v1/progress/internet-safety").status()).isEqualTo(200);
        }
    }

    @Test
    void a_name_that_was_just_taken_by_somebody_else_stays_taken() {
        String name = "Софія " + TestPeople.suffix();
        TestPeople.register(name);
        TestBrowser other = new TestBrowser();
        assertThat(register(other, name, "цілком інший пароль").status()).isEqualTo(422);
        assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_second_press_signs_a_guest_in_too_and_keeps_what_the_guest_did() throws Exception {
        String name = "Мирон " + TestPeople.suffix();
        TestPeople.register(name);
        TestBrowser guest = guest();
        TestBrowser second = same(guest);
        TestBrowser third = same(guest);
        String[] form = {"login", name, "password", TestPeople.PASSWORD};
        assertThat(together(List.<Callable<Integer>>of(
                        () -> guest.post("/sign-in", form).status(),
                        () -> second.post("/sign-in", form).status())))
                .containsOnly(303);
        assertThat(third.post("/sign-in", form).status()).isEqualTo(303);
        for (TestBrowser browser : List.of(guest, second, third)) {
            assertThat(browser.get("/api/v1/me").json().get("name").asText()).isEqualTo(name);
            assertThat(browser.get("/api/v1/progress/internet-safety").status()).isEqualTo(200);
        }
    }

    @Test
    void a_second_press_signs_out_too() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser second = same(browser);
        assertThat(browser.post("/sign-out").location()).isEqualTo("/signed-out");
        assertThat(second.post("/sign-out").location()).isEqualTo("/signed-out");
        assertThat(second.cookies()).doesNotContainKey("__Host-stezhka");
    }

    @Test
    void whose_session_has_ended_comes_to_the_sign_in_page_at_once() {
        TestBrowser browser = TestPeople.learner();
        TestBrowser forgotten = same(browser);
        browser.post("/sign-out");
        assertThat(forgotten.get("/sign-in").status()).isEqualTo(200);
    }
}
