package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.quiz.WorkFixtures.WORDS;
import static ua.stezhka.quiz.WorkFixtures.marker;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.Role;
import ua.stezhka.account.RoleGrant;
import ua.stezhka.account.Scope;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Answer;
import ua.stezhka.question.AnswerKey;
import ua.stezhka.question.Given;
import ua.stezhka.question.QuestionBody;
import ua.stezhka.question.QuestionDraft;
import ua.stezhka.question.Score;

/** Answers that people mark, where the clock closes an attempt, an author tries a quiz out, staff looks, and keys are corrected. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class WorksAndTermsTest {
    @Inject
    WorkFixtures works;

    @Inject
    AttemptClosing closing;

    @Inject
    AttemptReader reader;

    @Inject
    Trials trials;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    QuizAttempts placed;

    @Inject
    Uploads uploads;

    @Inject
    Regrades regrades;

    @Inject
    Quizzes quizzes;

    @Inject
    ScoreAudit audit;

    @Inject
    Clock clock;

    private static void mark(TestBrowser marker, WorkFixtures.Open of) {
        assertThat(WorkFixtures.mark(marker, of, 0, 3, 1, "").status()).isEqualTo(303);
    }

    @Test
    void an_attempt_that_the_clock_closes_waits_for_marks_and_gets_its_score_from_them() {
        WorkFixtures.Open open = works.open(TestPeople.learner(), works.course());
        PaperForm.open(open.browser(), open.question(open.free()))
                .answer(new Answer.FreeText(WORDS))
                .press("next");
        works.update(
                "update quiz.attempt set deadline = date_trunc('milliseconds', now()) - interval '2 minutes', started_at = now() - interval '1 hour' where id = :id",
                open.id());

        new ClosingJob(closing, clock).closeAll();

        UUID person = TestPeople.idOf(open.browser());
        assertThat(reader.whole(person, open.id()).waiting()).isTrue();
        assertThat(open.browser()
                        .get("/attempts/" + open.id() + "/result")
                        .page()
                        .text())
                .contains("1 відповідь читає людина", "Час закінчився");
        mark(marker(), open);
        assertThat(reader.whole(person, open.id()).score()).isEqualTo(new Score(1, 3));
        assertThat(works.count(
                        "select count(*) from quiz.attempt where id = :id and submitted_at = deadline and graded_at > submitted_at",
                        open.id()))
                .isOne();
        assertThat(audit.differences())
                .noneMatch(difference -> difference.attemptId().equals(open.id()));
    }

    @Test
    void a_try_out_takes_words_and_files_and_waits_for_nobody() {
        String course = works.course();
        TestBrowser author = TestPeople.with(new RoleGrant(Role.AUTHOR, Scope.EVERYWHERE));
        UUID person = TestPeople.idOf(author);
        UUID trial = tryOut(person, course);
        attempts.submit(new Learner(person, UUID.randomUUID()), trial);

        AttemptSheet sheet = reader.whole(person, trial);
        assertThat(sheet.waiting()).isFalse();
        assertThat(sheet.score()).isEqualTo(Score.NOTHING);
        assertThat(author.get("/attempts/" + trial + "/result").page().text())
                .contains("у пробній спробі ніхто не читає");
        assertThat(author.get("/my").page().select("#works")).isEmpty();
        TestBrowser marker = marker();
        assertThat(marker.get("/marking?course=" + course).page().text()).contains("нічого не чекає");
        for (int position = 1; position <= 3; position++) {
            assertThat(marker.get("/marking/" + trial + '/' + position).status())
                    .isEqualTo(404);
        }
        assertThat(audit.differences())
                .noneMatch(difference -> difference.attemptId().equals(trial));

        tryOut(person, course);
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", trial))
                .as("the next one replaces it, files included")
                .isZero();
    }

    private UUID tryOut(UUID person, String course) {
        Blueprint blueprint = new Blueprint(List.of(
                new Blueprint.Cell("consumer-protection", "A2", 2), new Blueprint.Cell("protect-devices", "A2", 1)));
        UUID trial = trials.start(person, QuizDraft.finalOf(course), blueprint);
        for (int position = 1; position <= 3; position++) {
            QuestionBody body = placed.question(trial, position).body();
            if (body instanceof QuestionBody.FreeText) {
                responses.save(
                        person, trial, position, UUID.randomUUID(), 0, asked -> Given.of(new Answer.FreeText(WORDS)));
            } else if (body instanceof QuestionBody.FileWork) {
                uploads.take(
                        new Uploads.Place(person, trial, position), "лист.txt", WORDS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return trial;
    }

    @Test
    void staff_sees_that_an_attempt_waits_and_reads_nobodys_own_words() {
        WorkFixtures.Open work = works.submitted(TestPeople.learner(), works.course(), WORDS);
        TestBrowser administrator = TestPeople.administrator();
        String all = "/administration/attempts?show=all&person=" + TestPeople.idOf(work.browser());
        assertThat(administrator.get(all).page().select("main").text()).contains("чекає на оцінку");
        assertThat(administrator
                        .get("/administration/attempts/" + work.id())
                        .page()
                        .select("main")
                        .text())
                .contains("власні слова")
                .doesNotContain(WORDS);
        assertThat(work.browser().get("/attempts/" + work.id() + "/log").page().text())
                .contains(WORDS);
    }

    @Test
    void other_criteria_of_the_same_question_grade_nothing_anew() {
        String course = works.course();
        WorkFixtures.Open work = works.submitted(TestPeople.learner(), course, WORDS);
        mark(marker(), work);
        QuestionDraft other = QuizFixtures.question(
                course,
                "free",
                "other criteria",
                new QuestionBody.FreeText(5, 60),
                new AnswerKey.FreeText(
                        List.of(new AnswerKey.Criterion("kind", QuizFixtures.text("secret Приязно"), 9)),
                        QuizFixtures.text("secret Добрий день!")));
        quizzes.publish(List.of(other), List.of());
        UUID version = UUID.fromString(works.one(
                "select id::text from quiz.question_version where question_id = :id order by published_at desc limit 1",
                other.id()));
        assertThat(regrades.preview(version).changes()).isEmpty();
        assertThat(regrades.apply(version, true)).isEmpty();
        assertThat(reader.whole(TestPeople.idOf(work.browser()), work.id()).score())
                .isEqualTo(new Score(2, 3));
    }
}
