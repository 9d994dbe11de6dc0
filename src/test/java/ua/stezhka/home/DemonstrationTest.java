package ua.stezhka.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Accounts;
import ua.stezhka.account.TestPeople;
import ua.stezhka.certificate.Certificates;
import ua.stezhka.learning.CourseProgress;
import ua.stezhka.learning.Enrolments;
import ua.stezhka.platform.Languages;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.quiz.Attempts;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.QuizStanding;

/** The invented people of a demonstration have lived as their script says. Starts the product once more, as a demonstration. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(DemonstrationTest.Shown.class)
class DemonstrationTest {
    /** As scripts/run --demo starts it. */
    public static class Shown implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stezhka.demo", "true", "stezhka.account.keys-folder", newFolder());
        }

        /** The first start of all, as on a machine that never had keys. */
        private static String newFolder() {
            try {
                return Files.createTempDirectory("stezhka-demo").resolve("keys").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final DemoScript script = DemoScript.read();

    @Inject
    DemoCast cast;

    @Inject
    Accounts accounts;

    @Inject
    Enrolments enrolments;

    @Inject
    Certificates certificates;

    @Inject
    Attempts attempts;

    @Inject
    Jdbi jdbi;

    private CourseProgress firstCourse(String signIn) {
        return enrolments.of(accounts.find(signIn).orElseThrow()).getLast();
    }

    @Test
    void everybody_signs_in_with_what_is_printed() {
        for (DemoScript.Person person : script.people()) {
            if (person.played()) {
                TestBrowser browser = new TestBrowser();
                browser.post("/sign-in", "login", person.signIn(), "password", script.password());
                cast.keyOf(person, Languages.UK)
                        .ifPresent(key -> browser.post("/sign-in/second-factor", "code", TestPeople.code(key.key())));
                assertThat(browser.get("/api/v1/me").json().get("name").asText())
                        .isEqualTo(person.name());
                assertThat(browser.get("/administration/people").status())
                        .isEqualTo(person.administrator() ? 200 : 403);
            }
        }
    }

    @Test
    void those_who_look_after_others_have_a_key_for_codes_that_stays_the_same() {
        DemoScript.Person administrator = script.people().stream()
                .filter(DemoScript.Person::administrator)
                .findFirst()
                .orElseThrow();
        var key = cast.keyOf(administrator, Languages.UK).orElseThrow();
        assertThat(key.uri()).startsWith("otpauth://totp/").contains("secret=" + key.key());
        assertThat(cast.keyOf(administrator, Languages.UK)).contains(key);
        assertThat(cast.keyOf(person("olena"), Languages.UK)).isEmpty();
    }

    private DemoScript.Person person(String signIn) {
        return script.people().stream()
                .filter(each -> each.signIn().equals(signIn))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_has_come_as_far_as_the_script_says() {
        assertThat(firstCourse("olena").lessonsDone()).isEqualTo(3);
        assertThat(firstCourse("petro").completed()).isTrue();
        assertThat(certificates.heldBy(accounts.find("petro").orElseThrow())).hasSize(1);
        assertThat(standing("mariia", "internet-safety").open()).isPresent();
        assertThat(standing("stepan", "smartphone-first-steps").submitted()).isEqualTo(1);
        assertThat(standing("stepan", "smartphone-first-steps").passed()).isEmpty();
        assertThat(enrolments.of(accounts.find("nadiia").orElseThrow())).isEmpty();
    }

    private QuizStanding standing(String signIn, String course) {
        return attempts.standing(accounts.find(signIn).orElseThrow(), QuizDraft.finalOf(course));
    }

    @Test
    void everything_happened_in_the_last_four_months_and_not_in_the_future() {
        List<Instant> times = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select registered_at from account.person where registered_at is not null
                        union all select started_at from learning.enrolment
                        union all select updated_at from learning.lesson_progress
                        union all select submitted_at from quiz.attempt where submitted_at is not null
                        union all select issued_at from certificate.certificate""").mapTo(Instant.class).list());
        assertThat(times)
                .hasSizeGreaterThan(100)
                .allMatch(time -> time.isBefore(Instant.now())
                        && time.isAfter(Instant.now().minus(Duration.ofDays(112))));
        assertThat(times).anyMatch(time -> time.isBefore(Instant.now().minus(Duration.ofDays(50))));
    }

    @Test
    void everybody_has_the_role_of_the_script() {
        for (DemoScript.Person person : script.people()) {
            if (person.duty() != null) {
                assertThat(count(
                                "select count(*) from account.role_grant where role = :value and ended_at is null",
                                person.duty().role().key()))
                        .as(person.name())
                        .isPositive();
            }
        }
        assertThat(script.people().stream().filter(DemoScript.Person::played)).hasSizeGreaterThan(12);
        assertThat(count("select count(*) from account.role_grant where role = :value", "pupil"))
                .isOne();
    }

    @Test
    void pages_of_administrators_have_something_to_show() {
        assertThat(count(
                        "select count(*) from account.person where blocked_at is not null and name = :value",
                        "Уляна Вигадана"))
                .isOne();
        assertThat(count("select count(*) from people.invitation where name = :value", "Роман Запрошений"))
                .isOne();
        assertThat(count("select count(*) from privacy.consent_entry where deed = :value", "given"))
                .isEqualTo(3);
        assertThat(count(
                        "select count(*) from privacy.data_request where done_at is not null and kind = :value",
                        "correction"))
                .isOne();
        assertThat(count("select count(*) from desk.assisted_record where :value = ''", ""))
                .isEqualTo(2);
    }

    @Test
    void works_wait_for_the_mentor_and_one_is_marked() {
        assertThat(count(
                        "select count(*) from quiz.attempt where submitted_at is not null and earned is null and :value = ''",
                        ""))
                .isEqualTo(2);
        assertThat(count("select count(*) from quiz.mark where comment <> :value", ""))
                .as("a text and a file")
                .isEqualTo(2);
        assertThat(standing("petro", "demo-letter-to-support").passed()).isPresent();
    }

    private int count(String query, String value) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("value", value)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_second_start_changes_nothing() {
        assertThat(cast.fill(script, Instant.now())).isFalse();
    }
}
