package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.stezhka.quiz.WorkFixtures.WORDS;
import static ua.stezhka.quiz.WorkFixtures.mark;
import static ua.stezhka.quiz.WorkFixtures.marker;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.account.TestPeople;
import ua.stezhka.platform.TestBrowser;
import ua.stezhka.platform.TestDatabase;

/** People mark answers: the score waits for them, each mark stays in the log, and nobody marks what is their own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MarkingTest {
    @Inject
    WorkFixtures works;

    @Inject
    ScoreAudit scores;

    private TestBrowser marker;
    private String course;
    private WorkFixtures.Open work;

    @BeforeEach
    void begin() {
        marker = marker();
        course = works.course();
        work = works.submitted(TestPeople.learner(), course, WORDS);
    }

    /** Of the attempts of this test; others put attempts without a log into the same database. */
    private List<ScoreAudit.Difference> differences() {
        return scores.differences().stream()
                .filter(difference -> difference.attemptId().equals(work.id()))
                .toList();
    }

    private String result() {
        return work.browser()
                .get("/attempts/" + work.id() + "/result")
                .page()
                .select("main")
                .text();
    }

    private Map<String, Integer> statements() {
        Map<String, Integer> told = new LinkedHashMap<>();
        for (String verb : List.of("completed", "passed", "failed")) {
            told.put(
                    verb,
                    works.count(
                            "select count(*) from xapi.statement where registration = :id and verb like '%/" + verb
                                    + "'",
                            work.id()));
        }
        return told;
    }

    @Test
    void the_attempt_is_submitted_at_once_and_its_score_waits() {
        assertThat(result()).contains("Відповіді надіслано", "1 відповідь читає людина", "до 7 днів");
        assertThat(statements()).isEqualTo(Map.of("completed", 1, "passed", 0, "failed", 0));
        TestBrowser.Answer told = work.browser().get("/api/v1/attempts/" + work.id() + "/result");
        assertThat(told.json().get("waiting").asInt()).isEqualTo(1);
        assertThat(told.json().get("passed").isNull()).isTrue();
        assertThat(told.body()).doesNotContain("secret Сказано");
        assertThat(work.browser().get("/my").page().text()).contains("людина ще читає вашу відповідь");
        assertThat(work.browser().get("/courses/" + course + "/quiz").page().text())
                .contains("Вашу роботу з минулої спроби ще читають");
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_last_mark_gives_the_score_and_the_writer_reads_points_and_comment() {
        assertThat(marker.get("/marking?course=" + course).page().text()).contains("На перевірку чекає 1 робота");
        TestBrowser.Answer page = marker.get(work.marking());
        assertThat(page.page().text()).contains(WORDS, "Написано 9 слів", "secret Сказано, що не працює");

        assertThat(mark(marker, work, 0, 3, 1, "Дуже добре.\n\n<b>Так тримати</b>")
                        .status())
                .isEqualTo(303);

        assertThat(result()).contains("4 із 4", "3 із 3", "Дуже добре.", "<b>Так тримати</b>");
        assertThat(statements()).isEqualTo(Map.of("completed", 1, "passed", 1, "failed", 0));
        assertThat(works.one("select earned || '/' || possible from quiz.attempt where id = :id", work.id()))
                .isEqualTo("2/3");
        assertThat(works.count("select count(*) from quiz.attempt where id = :id and graded_at is not null", work.id()))
                .isOne();
        assertThat(marker.get("/marking?course=" + course).page().text()).contains("нічого не чекає");
        assertThat(work.browser().get("/my").page().text()).contains("перевірено, подивіться результат");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_look_at_the_answer_is_told_to_its_writer() {
        marker.get(work.marking());
        assertThat(work.browser().get("/settings/views").page().text()).contains("Вашу відповідь, яку оцінює людина");
    }

    @Test
    void two_who_mark_at_once_are_told_and_the_second_may_still_decide() {
        TestBrowser other = marker();
        assertThat(mark(marker, work, 0, 2, 1, "Добре").status()).isEqualTo(303);
        assertThat(mark(marker, work, 0, 2, 1, "Добре").status())
                .as("pressed twice")
                .isEqualTo(303);

        TestBrowser.Answer late = mark(other, work, 0, 1, 0, "Не дуже");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("Цю роботу щойно оцінили", "3 із 4", "Добре");
        assertThat(late.page().select("textarea[name=comment]").text()).isEqualTo("Не дуже");
        assertThat(late.page()
                        .select("select[name=points-clear] option[selected]")
                        .attr("value"))
                .isEqualTo("1");
        assertThat(late.page().select("input[name=base]").attr("value")).isEqualTo("1");
        assertThat(works.count("select count(*) from quiz.mark where attempt_id = :id", work.id()))
                .isOne();

        assertThat(mark(other, work, 1, 1, 0, "Не дуже").status()).isEqualTo(303);
        assertThat(works.one(
                        "select string_agg(earned || '/' || possible, ' ' order by number) from quiz.mark where attempt_id = :id",
                        work.id()))
                .isEqualTo("3/4 1/4");
        assertThat(works.count(
                        "select count(*) from quiz.attempt_event where attempt_id = :id and kind = 'mark'", work.id()))
                .isEqualTo(2);
        assertThat(differences()).isEmpty();
    }

    @Test
    void many_presses_at_once_give_one_mark() throws Exception {
        UUID person = TestPeople.idOf(marker);
        List<TestBrowser> browsers = java.util.stream.Stream.generate(() -> TestPeople.session(person))
                .limit(12)
                .toList();
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        List<Integer> statuses =
                Together.call(12, () -> mark(browsers.get(next.getAndIncrement()), work, 0, 3, 1, "Добре")
                        .status());
        assertThat(statuses).containsOnly(303);
        assertThat(works.count("select count(*) from quiz.mark where attempt_id = :id", work.id()))
                .isOne();
        assertThat(statements()).containsEntry("passed", 1);
    }

    @Test
    void a_worse_mark_later_changes_the_result_and_takes_no_pass_back_in_silence() {
        mark(marker, work, 0, 3, 1, "");
        assertThat(mark(marker, work, 1, 0, 0, "Я помилився").status()).isEqualTo(303);

        assertThat(result()).contains("Поки що 1 із 3", "Я помилився");
        assertThat(statements()).isEqualTo(Map.of("completed", 1, "passed", 1, "failed", 1));
        assertThat(works.count(
                        "select count(*) from account.audit_entry where action = 'quiz.pass_no_longer_earned' and details ->> 'attempt' = cast(:id as text)",
                        work.id()))
                .isOne();
        assertThat(works.count(
                        "select count(*) from learning.enrolment e join quiz.attempt a on a.person_id = e.person_id where a.id = :id and e.quiz_passed_at is not null",
                        work.id()))
                .isOne();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_better_mark_later_passes() {
        mark(marker, work, 0, 0, 0, "");
        assertThat(result()).contains("Поки що 1 із 3");
        mark(marker, work, 1, 3, 1, "");
        assertThat(result()).contains("Вітаємо");
        assertThat(works.count(
                        "select count(*) from learning.enrolment e join quiz.attempt a on a.person_id = e.person_id where a.id = :id and e.quiz_passed_at is not null",
                        work.id()))
                .isOne();
    }

    @Test
    void what_is_missing_is_told_and_nothing_typed_is_lost() {
        TestBrowser.Answer page = marker.post(
                work.marking(),
                "base",
                "0",
                "points-clear",
                "",
                "points-polite",
                "9",
                "comment",
                "Мої слова",
                "go",
                "next");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("[data-errors] a")).hasSize(2);
        assertThat(page.page().select("textarea[name=comment]").text()).isEqualTo("Мої слова");
        assertThat(works.count("select count(*) from quiz.mark where attempt_id = :id", work.id()))
                .isZero();
    }

    @Test
    void who_answers_nothing_waits_for_nobody() {
        WorkFixtures.Open open = works.open(TestPeople.learner(), course);
        open.browser().post("/attempts/" + open.id() + "/submission");
        assertThat(works.count("select count(*) from quiz.attempt where id = :id and passed = false", open.id()))
                .isOne();
    }

    @Test
    void with_the_writer_goes_everything_and_the_marker_leaves_marks_of_nobody() {
        mark(marker, work, 0, 3, 1, "Добре");
        TestPeople.erase(TestPeople.idOf(marker), false);
        assertThat(works.count(
                        "select count(*) from quiz.mark where attempt_id = :id and marker_id is null and comment = 'Добре'",
                        work.id()))
                .isOne();
        assertThat(result()).contains("Добре");

        WorkFixtures.Open open = works.open(work.browser(), course);
        open.browser().upload(open.question(open.file()) + "/files", "file", "текст".getBytes(StandardCharsets.UTF_8));
        TestPeople.erase(TestPeople.idOf(work.browser()), false);
        assertThat(works.count("select count(*) from quiz.mark where attempt_id = :id", work.id()))
                .isZero();
        assertThat(works.count("select count(*) from quiz.upload where attempt_id = :id", open.id()))
                .isZero();
    }
}
