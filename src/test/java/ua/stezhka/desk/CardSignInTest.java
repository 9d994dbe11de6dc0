package ua.stezhka.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.account.Passwords;
import ua.stezhka.account.TestDoors;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** A card opens learning, and nothing else; guessing is hopeless. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CardSignInTest {
    private final TestBrowser desk = TestCards.operator(TestCards.library());

    @Inject
    Jdbi jdbi;

    @Inject
    Cards cards;

    @Inject
    Passwords passwords;

    private CardSignIns withClock(HandClock clock) {
        return new CardSignIns(jdbi, cards, passwords, TestDoors.throttle(clock));
    }

    @Test
    void the_card_brings_the_person_back_to_what_was_done() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser first = TestCards.byCard(held);
        assertThat(first.post("/courses/internet-safety/lessons/bank-call/steps/1/completion")
                        .status())
                .isEqualTo(303);
        TestBrowser later = TestCards.byCard(held);
        assertThat(later.get("/api/v1/progress/internet-safety").status()).isEqualTo(200);
        assertThat(later.get("/api/v1/me").json().get("id").asText())
                .isEqualTo(held.person().toString());
        assertThat(later.get("/card").page().select("h1").text()).contains(held.name());
    }

    @Test
    void the_address_of_the_qr_code_fills_in_the_code_and_asks_for_the_pin() {
        TestCards.Held held = TestCards.helped(desk);
        var form = new TestBrowser().get("/card/" + held.code()).page();
        assertThat(form.select("#code").val()).isEqualTo(held.code());
        assertThat(form.select("#pin").val()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings/card",
                "/settings/card/pdf",
                "/settings/name",
                "/administration",
                "/administration/people",
                "/desk",
                "/desk/records/new"
            })
    void a_card_opens_no_settings_and_no_role_not_even_of_an_administrator(String page) {
        TestBrowser administrator = TestPeople.administrator();
        administrator.post("/settings/card", "pin", TestCards.PIN);
        String code = TestCards.code(administrator, "/settings/card");
        TestBrowser byCard = new TestBrowser();
        assertThat(TestCards.signIn(byCard, code, TestCards.PIN).status()).isEqualTo(303);
        assertThat(byCard.get("/my").status()).isEqualTo(200);
        assertThat(byCard.get(page).status()).isIn(403, 405);
        assertThat(byCard.post("/settings/name", "name", "Хтось Інший").status())
                .isEqualTo(403);
        TestBrowser.Answer settings = byCard.get("/settings");
        assertThat(settings.location()).as(settings.status() + settings.body()).isEqualTo("/card");
    }

    @Test
    void an_unknown_card_a_wrong_pin_a_revoked_card_and_a_locked_one_look_the_same() {
        TestCards.Held held = TestCards.helped(desk);
        TestCards.Held revoked = TestCards.helped(desk);
        TestCards.Held locked = TestCards.helped(desk);
        desk.post("/desk/people/" + revoked.person() + "/card/revocation");
        lock(locked);
        String unknown = CardCode.next(new SecureRandom()).toString();
        List<TestBrowser.Answer> answers = List.of(
                TestCards.signIn(new TestBrowser(), held.code(), "111199"),
                TestCards.signIn(new TestBrowser(), unknown, TestCards.PIN),
                TestCards.signIn(new TestBrowser(), revoked.code(), TestCards.PIN),
                TestCards.signIn(new TestBrowser(), locked.code(), TestCards.PIN));
        assertThat(answers).extracting(TestBrowser.Answer::status).containsOnly(422);
        assertThat(answers)
                .extracting(answer -> answer.page().select("[data-errors]").text())
                .doesNotContain("")
                .containsOnly(answers.getFirst().page().select("[data-errors]").text());
    }

    private void lock(TestCards.Held held) {
        jdbi.useHandle(handle ->
                handle.execute("update desk.access_card set pin_failures = 10 where person_id = ?", held.person()));
    }

    @Test
    void a_locked_card_opens_again_with_a_new_pin_from_the_desk() {
        TestCards.Held held = TestCards.helped(desk);
        lock(held);
        assertThat(desk.post("/desk/people/" + held.person() + "/card/pin", "pin", "730 461")
                        .status())
                .isEqualTo(303);
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), "730461").status())
                .isEqualTo(303);
    }

    @Test
    void revoking_and_a_new_pin_end_what_the_card_has_opened() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser browser = TestCards.byCard(held);
        desk.post("/desk/people/" + held.person() + "/card/revocation");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_blocked_person_comes_in_by_no_card() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser browser = TestCards.byCard(held);
        jdbi.useHandle(
                handle -> handle.execute("update account.person set blocked_at = now() where id = ?", held.person()));
        TestPeople.forgetSessions();
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .status())
                .isEqualTo(422);
    }

    /** Ten wrong PINs in a row are the end, whoever waits as long as asked and from however many addresses. */
    @Test
    void ten_thousand_tries_at_one_card_are_stopped_after_ten() {
        TestCards.Held held = TestCards.helped(desk);
        HandClock clock = new HandClock();
        CardSignIns door = withClock(clock);
        CardCode code = CardCode.read(held.code()).orElseThrow();
        int failures = 0;
        for (int pin = 0; pin < 40; pin++) {
            try {
                assertThat(door.recognise(code, "%06d".formatted(pin), "192.0.2." + pin))
                        .isEmpty();
            } catch (Problem.TooMany wait) {
                clock.forward(wait.retryAfter());
            }
            clock.forward(Duration.ofHours(1));
            failures++;
        }
        assertThat(failures).isEqualTo(40);
        assertThat(cards.of(held.person()).orElseThrow().needsNewPin()).isTrue();
        assertThat(door.recognise(code, TestCards.PIN, "198.51.100.7"))
                .as("the right PIN after ten wrong ones")
                .isEmpty();
    }

    /** A card is a needle in 31^11; an address gets forty tries and then a few an hour. */
    @Test
    void ten_thousand_guessed_codes_from_one_address_are_stopped() {
        HandClock clock = new HandClock();
        CardSignIns door = withClock(clock);
        SecureRandom random = new SecureRandom();
        int let = 0;
        for (int i = 0; i < 10_000; i++) {
            try {
                assertThat(door.recognise(CardCode.next(random), "482915", "203.0.113.9"))
                        .isEmpty();
                let++;
            } catch (Problem.TooMany wait) {
                clock.forward(Duration.ofMillis(10));
            }
        }
        assertThat(let).isBetween(40, 60);
    }

    @Test
    void many_tries_at_once_are_no_more_than_ten() throws Exception {
        TestCards.Held held = TestCards.helped(desk);
        CardCode code = CardCode.read(held.code()).orElseThrow();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String address = "192.0.2." + i;
            tries.add(() -> {
                try {
                    return withClock(new HandClock())
                            .recognise(code, "999123", address)
                            .isPresent();
                } catch (Problem.TooMany wait) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var tried : threads.invokeAll(tries)) {
                assertThat(tried.get()).isFalse();
            }
        }
        assertThat(cards.of(held.person()).orElseThrow().failures()).isLessThanOrEqualTo(10);
    }

    @Test
    void a_slip_of_the_finger_in_the_code_is_no_try() {
        TestCards.Held held = TestCards.helped(desk);
        String slip = (held.code().charAt(0) == 'A' ? 'B' : 'A') + held.code().substring(1);
        for (int i = 0; i < 60; i++) {
            assertThat(TestCards.signIn(new TestBrowser(), slip, TestCards.PIN).status())
                    .isEqualTo(422);
        }
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_class_with_cards_comes_in_behind_one_address() {
        List<TestCards.Held> pupils = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pupils.add(TestCards.helped(desk));
        }
        for (TestCards.Held pupil : pupils) {
            TestCards.byCard(pupil);
        }
    }

    @Test
    void pins_are_kept_as_argon2id_and_stand_in_no_address() {
        TestCards.Held held = TestCards.helped(desk);
        String hash = jdbi.withHandle(
                handle -> handle.createQuery("select pin_hash from desk.access_card where person_id = ?")
                        .bind(0, held.person())
                        .mapTo(String.class)
                        .one());
        assertThat(hash).startsWith(TestPeople.HASH).doesNotContain(TestCards.PIN);
        assertThat(TestCards.signIn(new TestBrowser(), held.code(), TestCards.PIN)
                        .location())
                .doesNotContain(TestCards.PIN);
    }

    @Test
    void somebody_else_who_signs_in_next_does_not_get_what_the_card_holder_did() {
        TestCards.Held held = TestCards.helped(desk);
        TestBrowser shared = TestCards.byCard(held);
        shared.post("/courses/internet-safety/lessons/bank-call/steps/1/completion");
        String name = "Наступна " + TestPeople.suffix();
        TestPeople.register(name);
        assertThat(shared.post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(shared.get("/api/v1/progress").json().toString()).doesNotContain("internet-safety");
        assertThat(TestCards.byCard(held).get("/api/v1/progress").json().toString())
                .contains("internet-safety");
    }
}
