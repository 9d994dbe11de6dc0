package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** Weeks later the person of a card makes an account, or adds the card to one; once, whatever is pressed how often. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ClaimTest {
    private static final String STEP = "/courses/internet-safety/lessons/bank-call/steps/1/completion";
    private final TestBrowser desk = TestCards.operator(TestCards.library());

    @Inject
    Jdbi jdbi;

    private TestCards.Held withProgress() {
        TestCards.Held held = TestCards.helped(desk);
        desk.post("/desk/help/begin/" + held.person());
        assertThat(desk.post(STEP).status()).isEqualTo(303);
        desk.post("/desk/help/end");
        return held;
    }

    private static TestBrowser.Answer claim(TestBrowser browser, String name, String card) {
        return browser.post(
                "/card/claim", "name", name, "password", TestPeople.PASSWORD, "consent", "yes", "card", card);
    }

    private static TestBrowser.Answer join(TestBrowser browser, TestCards.Held held, String card) {
        return browser.post("/card/claim", "code", held.code(), "pin", TestCards.PIN, "consent", "yes", "card", card);
    }

    private static boolean hasProgress(TestBrowser browser) {
        return browser.get("/api/v1/progress").json().toString().contains("internet-safety");
    }

    private static String name() {
        return "Ганна Приклад " + TestPeople.suffix();
    }

    @Test
    void the_person_makes_an_account_and_keeps_everything() {
        TestCards.Held held = withProgress();
        TestBrowser browser = TestCards.byCard(held);
        String name = name();
        assertThat(claim(browser, name, "keep").location()).isEqualTo("/settings/help?claimed=yes");
        assertThat(TestPeople.idOf(browser)).isEqualTo(held.person());
        assertThat(browser.get("/settings/help").page().text())
                .contains("Оператор, Міська бібліотека", "Пройшли 1 крок уроку");
        TestBrowser later = new TestBrowser();
        assertThat(later.post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(hasProgress(later)).isTrue();
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .status())
                .isEqualTo(303);
        assertThat(desk.get("/desk/people/" + held.person()).status())
                .as("the desk sees what belongs to an account no more")
                .isEqualTo(404);
    }

    @Test
    void whoever_wants_no_card_any_more_has_none() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser browser = TestCards.byCard(held);
        assertThat(claim(browser, name(), "replace").location()).isEqualTo("/settings/card");
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_consent_is_kept_with_its_version_and_time() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser browser = TestCards.byCard(held);
        String name = name();
        var again = browser.post("/card/claim", "name", name, "password", TestPeople.PASSWORD);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#name").val()).isEqualTo(name);
        assertThat(again.page().select("[data-errors] a").attr("href")).isEqualTo("#consent");
        assertThat(claims(held)).isEmpty();
        claim(browser, name, "keep");
        assertThat(claims(held)).containsExactly(AssistedRecords.CLAIM_CONSENT);
    }

    private List<String> claims(TestCards.Held held) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select claim_consent from desk.assisted_record where person_id = ? and claimed_at is not null""")
                .bind(0, held.person())
                .mapTo(String.class)
                .list());
    }

    private int people() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from account.person")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_double_press_makes_one_account() throws Exception {
        TestCards.Held held = withProgress();
        TestBrowser one = TestCards.byCard(held);
        TestBrowser two = TestCards.same(one);
        TestBrowser three = TestCards.same(one);
        String name = name();
        int people = people();
        List<Callable<Integer>> presses =
                List.of(() -> claim(one, name, "keep").status(), () -> claim(two, name, "keep")
                        .status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(presses)) {
                assertThat(done.get()).isEqualTo(303);
            }
        }
        assertThat(claim(three, name, "keep").status()).isEqualTo(303);
        for (TestBrowser browser : List.of(one, two, three)) {
            assertThat(TestPeople.idOf(browser)).isEqualTo(held.person());
            assertThat(hasProgress(browser)).isTrue();
        }
        assertThat(people()).isEqualTo(people);
    }

    @Test
    void two_browsers_with_the_same_card_make_one_account_and_the_second_is_told() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser one = TestCards.byCard(held);
        TestBrowser two = TestCards.byCard(held);
        assertThat(claim(one, name(), "keep").status()).isEqualTo(303);
        String other = name();
        assertThat(claim(two, other, "keep").status()).isIn(303, 409);
        assertThat(new TestBrowser()
                        .post("/sign-in", "login", other, "password", TestPeople.PASSWORD)
                        .status())
                .as("no second account")
                .isEqualTo(422);
    }

    @Test
    void an_account_takes_the_card_over_with_everything_done() {
        TestCards.Held held = withProgress();
        TestBrowser account = TestPeople.learner();
        UUID person = TestPeople.idOf(account);
        assertThat(account.get("/card/" + held.code()).location()).isEqualTo("/card/claim?code=" + held.code());
        assertThat(account.get("/card/claim?code=" + held.code())
                        .page()
                        .select("#code")
                        .val())
                .isEqualTo(held.code());
        assertThat(join(account, held, "keep").location()).isEqualTo("/settings/help?claimed=yes");
        assertThat(hasProgress(account)).isTrue();
        assertThat(account.get("/settings/help").page().text()).contains("Пройшли 1 крок уроку");
        assertThat(TestPeople.idOf(TestCards.byCard(held))).isEqualTo(person);
    }

    @Test
    void a_second_press_of_taking_over_changes_nothing_also_when_the_card_is_gone() {
        TestCards.Held kept = TestCards.helped(desk);
        TestCards.Held gone = TestCards.helped(desk);
        TestBrowser account = TestPeople.learner();
        join(account, kept, "keep");
        assertThat(join(account, kept, "keep").status()).isEqualTo(303);
        join(account, gone, "replace");
        assertThat(join(account, gone, "replace").status()).isEqualTo(303);
    }

    @Test
    void a_card_that_belongs_to_an_account_goes_to_no_other_one() {
        TestCards.Held held = withProgress();
        TestBrowser first = TestPeople.learner();
        assertThat(join(first, held, "keep").status()).isEqualTo(303);
        TestBrowser second = TestPeople.learner();
        assertThat(join(second, held, "keep").status()).isEqualTo(409);
        assertThat(hasProgress(second)).isFalse();
        assertThat(hasProgress(first)).isTrue();
    }

    @Test
    void two_accounts_that_take_the_card_at_once_are_one_that_gets_it() throws Exception {
        TestCards.Held held = withProgress();
        TestBrowser one = TestPeople.learner();
        TestBrowser two = TestPeople.learner();
        List<Callable<Integer>> presses = List.of(() -> join(one, held, "keep").status(), () -> join(two, held, "keep")
                .status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(presses).stream()
                            .map(ClaimTest::result)
                            .toList())
                    .containsExactlyInAnyOrder(303, 409);
        }
        assertThat(hasProgress(one)).isNotEqualTo(hasProgress(two));
    }

    private static int result(java.util.concurrent.Future<Integer> done) {
        return done.resultNow();
    }

    @Test
    void who_still_works_with_the_old_record_must_come_in_anew() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser stale = TestCards.byCard(held);
        join(TestPeople.learner(), held, "keep");
        assertThat(stale.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_stranger_is_asked_for_the_card_first_and_keeps_what_was_done_as_a_guest() {
        TestBrowser guest = new TestBrowser();
        guest.post(STEP);
        assertThat(guest.get("/card/claim").location()).isEqualTo("/sign-in/card?next=/card/claim");
        TestCards.Held held = TestCards.helped(desk);
        assertThat(TestCards.signIn(guest, held.code(), TestCards.PIN).status()).isEqualTo(303);
        assertThat(hasProgress(guest)).isTrue();
        assertThat(guest.get("/registration").location()).isEqualTo("/card/claim");
    }

    @Test
    void a_person_makes_prints_and_revokes_an_own_card() {
        TestBrowser account = TestPeople.learner();
        var easy = account.post("/settings/card", "pin", "1234");
        assertThat(easy.status()).isEqualTo(422);
        assertThat(easy.page().select("#pin").val()).isEqualTo("1234");
        assertThat(account.post("/settings/card", "pin", TestCards.PIN).status())
                .isEqualTo(303);
        String code = TestCards.code(account, "/settings/card");
        assertThat(account.get("/settings/card/pdf").header("Content-Type")).isEqualTo("application/pdf");
        TestCards.same(account).post("/settings/card", "pin", TestCards.PIN);
        assertThat(TestCards.code(account, "/settings/card"))
                .as("after a second press")
                .isEqualTo(code);
        TestBrowser byCard = new TestBrowser();
        assertThat(TestCards.signIn(byCard, code, TestCards.PIN).status()).isEqualTo(303);
        account.post("/settings/card/revocation");
        assertThat(byCard.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(account.get("/settings/card/pdf").status()).isEqualTo(404);
    }
}
