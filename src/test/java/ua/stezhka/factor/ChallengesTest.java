package ua.stezhka.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.stezhka.account.SealingKey;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.HandClock;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** What a passkey signs is ours, new and for one use. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ChallengesTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SealingKey key;

    private final HandClock clock = new HandClock();
    private Challenges challenges;

    @BeforeEach
    void time_stands() {
        challenges = new Challenges(jdbi, clock, key);
    }

    @Test
    void a_challenge_is_good_for_five_minutes() {
        byte[] challenge = challenges.issue("sign-in");
        clock.forward(Duration.ofSeconds(299));
        assertThat(challenges.known("sign-in", challenge)).isTrue();
        clock.forward(Duration.ofSeconds(1));
        assertThat(challenges.known("sign-in", challenge)).isFalse();
    }

    @Test
    void a_challenge_is_good_for_its_purpose_only() {
        assertThat(challenges.known("making in another session", challenges.issue("making in a session")))
                .isFalse();
    }

    @Test
    void a_challenge_that_was_changed_or_cut_is_not_ours() {
        byte[] challenge = challenges.issue("sign-in");
        assertThat(challenges.known("sign-in", java.util.Arrays.copyOf(challenge, 24)))
                .isFalse();
        assertThat(challenges.known("sign-in", new byte[0])).isFalse();
        challenge[0] ^= 1;
        assertThat(challenges.known("sign-in", challenge)).isFalse();
    }

    @Test
    void a_challenge_is_spent_once_and_forgotten_when_its_time_is_over() {
        byte[] challenge = challenges.issue("sign-in");
        assertThat(challenges.spend(challenge)).isTrue();
        assertThat(challenges.spend(challenge)).isFalse();
        clock.forward(Duration.ofMinutes(6));
        challenges.spend(challenges.issue("sign-in"));
        assertThat(challenges.known("sign-in", challenge)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "no JSON",
                "{\"id\":1}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\","
                        + "\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"AA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                        + "\"authenticatorData\":\"AAAA\",\"signature\":\"AA\",\"userHandle\":\"AA\",\"attestationObject\":\"oA\"}}",
                "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"signature\":\"AA\",\"userHandle\":\"AA\","
                        + "\"authenticatorData\":\"SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ\",\"attestationObject\":\"9g\"}}"
            })
    void rubbish_is_refused_kindly(String answer) {
        assertThat(new TestBrowser().post("/sign-in/passkey", "answer", answer).status())
                .isEqualTo(422);
        TestBrowser browser = TestPeople.learner();
        assertThat(browser.post("/settings/second-factor/passkeys", "name", "Телефон", "answer", answer)
                        .status())
                .isEqualTo(422);
    }
}
