package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.GuestAdopted;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionVersion;
import ua.stezhka.question.Score;

/** Who began as a guest and then signs in loses nothing, also where the account has begun the same. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class GuestAttemptsTest {
    private static final String OPEN =
            "select count(*) from quiz.attempt where person_id = :id and submitted_at is null and kind = 'graded'";

    @Inject
    QuizFixtures fixtures;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    Practice practice;

    @Inject
    AttemptReader reader;

    @Inject
    QuizVersions versions;

    @Inject
    ScoreAudit audit;

    @Inject
    Event<GuestAdopted> adopted;

    @Transactional
    void signIn(Learner guest, Learner person) {
        adopted.fire(new GuestAdopted(guest.personId(), person.personId(), person.actorId()));
    }

    private void answerRightly(Learner learner, UUID attempt, int questions) {
        List<AttemptSheet.Slot> slots =
                reader.whole(learner.personId(), attempt).slots();
        for (AttemptSheet.Slot slot : slots.subList(0, questions)) {
            Answer answer = QuizFixtures.rightTokens(versions.question(slot.questionVersionId()), slot.shown());
            responses.save(
                    learner.personId(), attempt, slot.position(), UUID.randomUUID(), 0, body -> Given.of(answer));
        }
    }

    private void anHourAgo(UUID attempt) {
        fixtures.update("update quiz.attempt set started_at = started_at - interval '1 hour' where id = :id", attempt);
        fixtures.update(
                "update quiz.response set saved_at = saved_at - interval '1 hour' where attempt_id = :id", attempt);
    }

    private int submissionsLogged(UUID attempt) {
        return fixtures.count(
                "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'submit'", attempt);
    }

    private void assertGoesOn(Learner person, UUID quiz, UUID attempt) {
        assertThat(attempts.standing(person.personId(), quiz).open()).contains(attempt);
        assertThat(fixtures.count(OPEN, person.personId())).isEqualTo(1);
        assertThat(submissionsLogged(attempt)).isZero();
    }

    private AttemptSheet assertHandedIn(Learner person, UUID attempt, int answered) {
        AttemptSheet sheet = reader.whole(person.personId(), attempt);
        assertThat(sheet.open()).isFalse();
        assertThat(sheet.slots().stream().filter(AttemptSheet.Slot::answered)).hasSize(answered);
        assertThat(submissionsLogged(attempt)).isEqualTo(1);
        assertThat(fixtures.count("select count(*) from xapi.statement where registration = :id", attempt))
                .as("begun, each answer, how it went, that it is over")
                .isEqualTo(1 + answered + 2);
        assertThat(audit.differences()).isEmpty();
        return sheet;
    }

    @Test
    void an_attempt_of_a_guest_becomes_the_persons() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID attempt = attempts.start(guest, quiz);
        answerRightly(guest, attempt, 3);
        signIn(guest, person);
        assertGoesOn(person, quiz, attempt);
        assertThat(attempts.standing(guest.personId(), quiz).open()).isEmpty();
    }

    @Test
    void the_guests_attempt_goes_on_when_it_was_touched_last_and_the_persons_own_is_handed_in() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID own = attempts.start(person, quiz);
        answerRightly(person, own, 2);
        anHourAgo(own);
        UUID attempt = attempts.start(guest, quiz);
        answerRightly(guest, attempt, 3);
        signIn(guest, person);
        assertGoesOn(person, quiz, attempt);
        AttemptSheet sheet = assertHandedIn(person, own, 2);
        assertThat(sheet.passed()).isFalse();
        assertThat(attempts.standing(guest.personId(), quiz)).isEqualTo(nothing());
    }

    @Test
    void the_persons_own_attempt_goes_on_when_it_was_touched_last_and_the_guests_is_handed_in() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID attempt = attempts.start(guest, quiz);
        answerRightly(guest, attempt, QuizFixtures.LENGTH);
        anHourAgo(attempt);
        UUID own = attempts.start(person, quiz);
        signIn(guest, person);
        assertGoesOn(person, quiz, own);
        AttemptSheet sheet = assertHandedIn(person, attempt, QuizFixtures.LENGTH);
        assertThat(sheet.score()).isEqualTo(Score.EVERYTHING);
        assertThat(attempts.standing(person.personId(), quiz).passed()).contains(attempt);
        assertThat(fixtures.count(
                        "select count(*) from learning.enrolment where person_id = :id and quiz_passed_at is not null",
                        person.personId()))
                .as("passed for the course too")
                .isEqualTo(1);
        assertThat(attempts.standing(guest.personId(), quiz)).isEqualTo(nothing());
    }

    @Test
    void the_last_save_counts_more_than_the_later_start() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID attempt = attempts.start(guest, quiz);
        fixtures.update("update quiz.attempt set started_at = started_at - interval '2 hours' where id = :id", attempt);
        UUID own = attempts.start(person, quiz);
        anHourAgo(own);
        answerRightly(guest, attempt, 1);
        signIn(guest, person);
        assertGoesOn(person, quiz, attempt);
        assertHandedIn(person, own, 0);
    }

    @Test
    void the_handed_in_attempt_counts_for_the_persons_pseudonym() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID quiz = QuizDraft.finalOf(fixtures.course());
        UUID attempt = attempts.start(guest, quiz);
        answerRightly(guest, attempt, 4);
        anHourAgo(attempt);
        attempts.start(person, quiz);
        signIn(guest, person);
        assertThat(fixtures.count("""
                        select count(*) from xapi.statement s
                        join quiz.attempt a on a.id = s.registration
                        join account.person p on p.id = a.person_id and p.actor_id = s.actor_id
                        where a.id = :id""", attempt)).isEqualTo(4 + 2);
    }

    @Test
    void practice_of_both_is_joined_and_the_newer_answer_stays() {
        Learner guest = fixtures.guest();
        Learner person = fixtures.guest();
        UUID lesson = QuizDraft.lessonOf(fixtures.course(), "bank-call");
        practice.check(person, lesson, "check-choice", form("option", "unknown"));
        practice.check(guest, lesson, "check-choice", form("option", right(guest, lesson, "check-choice")));
        practice.check(guest, lesson, "check-order", form("unknown", "1"));
        signIn(guest, person);
        assertThat(practice.solved(person.personId(), lesson)).containsExactly("check-choice");
        QuestionVersion order = question(lesson, "check-order");
        assertThat(reader.practice(person.personId(), lesson)
                        .flatMap(sheet -> sheet.slotOf(order.id()))
                        .orElseThrow()
                        .given())
                .isEqualTo(Given.UNKNOWN);
    }

    private static Map<String, List<String>> form(String field, String value) {
        return Map.of(field, List.of(value), "saveId", List.of(UUID.randomUUID().toString()));
    }

    private QuestionVersion question(UUID lesson, String contentId) {
        return versions.questions(versions.requireCurrent(lesson).pool()).values().stream()
                .filter(each -> each.contentId().equals(contentId))
                .findFirst()
                .orElseThrow();
    }

    private String right(Learner learner, UUID lesson, String question) {
        practice.check(learner, lesson, question, form("option", "unknown"));
        QuestionVersion asked = question(lesson, question);
        Arrangement shown = reader.practice(learner.personId(), lesson)
                .flatMap(sheet -> sheet.slotOf(asked.id()))
                .orElseThrow()
                .shown();
        return ((Answer.SingleChoice) QuizFixtures.rightTokens(asked, shown)).option();
    }

    @Test
    void it_happens_at_the_door() {
        String course = fixtures.course();
        UUID quiz = QuizDraft.finalOf(course);
        String name = "Олена Приклад " + TestPeople.suffix();
        TestBrowser account = TestPeople.register(name);
        UUID person = UUID.fromString(account.get("/api/v1/me").json().get("id").asText());
        UUID own = begun(account, course);
        TestBrowser browser = new TestBrowser();
        UUID attempt = begun(browser, course);
        anHourAgo(own);
        assertThat(browser.post("/sign-in", "login", name, "password", TestPeople.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(browser.get("/attempts/" + attempt).location()).endsWith("/questions/1");
        assertThat(browser.get("/attempts/" + own).location()).endsWith("/result");
        assertThat(attempts.standing(person, quiz).open()).contains(attempt);
    }

    private static UUID begun(TestBrowser browser, String course) {
        String location = browser.post("/courses/" + course + "/quiz/attempts").location();
        return UUID.fromString(location.substring("/attempts/".length()));
    }

    private static QuizStanding nothing() {
        return new QuizStanding(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
