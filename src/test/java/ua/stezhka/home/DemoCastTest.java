package ua.stezhka.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.TestPeople;
import ua.stezhka.factor.DemonstrationFactors;
import ua.stezhka.platform.Demonstration;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.DemonstrationAnswers;
import ua.stezhka.quiz.Learner;

/** Without the setting of a demonstration nobody can play one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DemoCastTest {
    @Inject
    Demonstration demonstration;

    @Inject
    DemoCast cast;

    @Inject
    Accounts accounts;

    @Inject
    DemonstrationAnswers answers;

    @Inject
    DemonstrationFactors factors;

    @Inject
    Clock clock;

    @Test
    void the_clock_cannot_be_moved_without_the_setting() {
        assertThat(demonstration.on()).isFalse();
        assertThat(clock.getClass().getSimpleName()).isEqualTo("DatabaseClock");
        assertThatIllegalStateException().isThrownBy(() -> demonstration.at(Instant.EPOCH, () -> {}));
    }

    @Test
    void nobody_answers_by_the_key_without_the_setting() {
        Learner learner = new Learner(java.util.UUID.randomUUID(), java.util.UUID.randomUUID());
        assertThatIllegalStateException().isThrownBy(() -> answers.answer(learner, learner.personId(), 1, true));
    }

    @Test
    void nobody_is_told_a_key_for_codes_without_the_setting() {
        assertThatIllegalStateException().isThrownBy(() -> factors.keyOf(java.util.UUID.randomUUID(), "Стежка"));
    }

    @Test
    void a_database_with_people_stays_as_it_is() {
        TestPeople.learner();
        assertThat(cast.fill(DemoScript.read(), Instant.now())).isFalse();
        assertThat(accounts.find("olena")).isEmpty();
    }

    @Test
    void the_script_asks_for_nothing_impossible() {
        DemoScript script = DemoScript.read();
        assertThat(script.people()).hasSizeGreaterThan(30);
        assertThat(script.people()).extracting(DemoScript.Person::name).doesNotHaveDuplicates();
        assertThat(script.people().stream().filter(DemoScript.Person::played))
                .allMatch(person -> !person.signIn().isEmpty());
        for (DemoScript.Person person : script.people()) {
            for (DemoScript.Course course : person.courses()) {
                assertThat(course.begun()).as(person.name()).isBetween(course.until(), person.registered());
                assertThat(course.attempts()).as(person.name()).allMatch(attempt -> attempt.day() <= course.until());
            }
        }
    }
}
