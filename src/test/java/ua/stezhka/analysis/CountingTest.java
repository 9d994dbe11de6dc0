package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Score;
import ua.stezhka.quiz.AttemptGraded;
import ua.stezhka.quiz.AttemptMarkedAgain;
import ua.stezhka.quiz.AttemptRegraded;
import ua.stezhka.quiz.Attempts;
import ua.stezhka.quiz.Learner;
import ua.stezhka.quiz.QuizDraft;
import ua.stezhka.quiz.QuizFixtures;
import ua.stezhka.quiz.Together;

/** Sums that grow attempt by attempt are those of all attempts at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CountingTest {
    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");

    @Inject
    QuizFixtures fixtures;

    @Inject
    AnsweredQuizzes answered;

    @Inject
    Counting counting;

    @Inject
    CountingJob job;

    @Inject
    Recount recount;

    @Inject
    Tallies tallies;

    @Inject
    PlainCount plain;

    @Inject
    Attempts attempts;

    @Inject
    Event<AttemptMarkedAgain> markedAgain;

    @Inject
    Event<AttemptRegraded> regraded;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void the_invented_answers_go() {
        answered.forget();
    }

    /** Ten random quizzes: attempts in any order, noted once or often, counted by several at once. */
    @Test
    void any_order_any_repetition_and_several_at_once_give_the_same_sums() throws Exception {
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            String course = fixtures.course();
            List<UUID> people = new ArrayList<>();
            List<UUID> made = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                UUID person = !people.isEmpty() && random.nextInt(3) == 0
                        ? people.get(random.nextInt(people.size()))
                        : answered.person();
                people.add(person);
                made.add(answered.attempt(person, course, NOON.minusSeconds(random.nextInt(20_000_000)), random));
            }
            List<UUID> noted = new ArrayList<>(made);
            noted.addAll(made.subList(0, random.nextInt(made.size())));
            Collections.shuffle(noted, random);
            for (UUID attempt : noted) {
                counting.note(attempt);
                if (random.nextInt(3) == 0) {
                    Together.call(4, () -> counting.countSome());
                }
            }
            Together.call(4, () -> {
                job.countAll();
                return true;
            });
            job.countAll();
            plain.assertCountedRightly(course);
        }
        assertThat(recount.all().different()).isZero();
    }

    @Test
    void counting_anew_finds_and_mends_sums_that_are_wrong() {
        String course = fixtures.course();
        answered.answer(course, 5, 1);
        note(course);
        assertThat(recount.all().different()).isZero();
        jdbi.useHandle(handle -> handle.execute(
                "update analysis.item_sum set products = products + 1 where quiz_version_id = ?",
                answered.version(course)));
        Recount.Outcome outcome = recount.all();
        assertThat(outcome.different()).isEqualTo(1);
        assertThat(outcome.attempts()).isGreaterThanOrEqualTo(5);
        plain.assertCountedRightly(course);
        assertThat(recount.all().different()).isZero();
    }

    private void note(String course) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into analysis.attempt_due (attempt_id) select id from quiz.attempt where quiz_id = ?",
                QuizDraft.finalOf(course)));
        job.countAll();
    }

    @Test
    void another_mark_or_a_corrected_key_takes_the_place_of_the_first_score() {
        String course = fixtures.course();
        UUID attempt = answered.attempt(answered.person(), course, NOON, new Random(1));
        answered.attempt(answered.person(), course, NOON, new Random(2));
        note(course);
        plain.assertCountedRightly(course);
        Learner learner = new Learner(Ids.next(), UUID.randomUUID());
        UUID quiz = QuizDraft.finalOf(course);
        UUID courseId = Ids.next();
        score(attempt, 2);
        markedAgain.fire(new AttemptMarkedAgain(
                new AttemptGraded(attempt, learner, quiz, courseId, course, Score.NOTHING, false, NOON),
                Score.EVERYTHING,
                true));
        job.countAll();
        plain.assertCountedRightly(course);
        score(attempt, 1);
        regraded.fire(new AttemptRegraded(
                attempt, learner, quiz, courseId, course, Score.EVERYTHING, Score.NOTHING, true, false, NOON));
        job.countAll();
        plain.assertCountedRightly(course);
    }

    private void score(UUID attempt, int earned) {
        jdbi.useHandle(handle -> handle.execute(
                "update quiz.attempt_question set earned = ?, possible = 3 where attempt_id = ? and position = 1",
                earned,
                attempt));
    }

    @Test
    void an_attempt_that_is_gone_leaves_nothing_behind() {
        String course = fixtures.course();
        UUID attempt = answered.attempt(answered.person(), course, NOON, new Random(1));
        note(course);
        UUID version = answered.version(course);
        assertThat(tallies.quizzes(List.of(version))).isNotEmpty();
        jdbi.useHandle(handle -> {
            for (String table : List.of("attempt_event", "response", "attempt_question")) {
                handle.execute("delete from quiz." + table + " where attempt_id = ?", attempt);
            }
            handle.execute("delete from quiz.attempt where id = ?", attempt);
        });
        job.countAll();
        assertThat(tallies.quizzes(List.of(version))).isEmpty();
        for (String table : List.of("quiz_sum", "item_sum", "item_spread", "option_sum", "counted_attempt")) {
            int left = jdbi.withHandle(handle -> handle.createQuery(
                            "select count(*) from analysis." + table + " where quiz_version_id = :version")
                    .bind("version", version)
                    .mapTo(Integer.class)
                    .one());
            assertThat(left).as(table).isZero();
        }
    }

    @Test
    void of_two_people_who_become_one_only_the_first_attempt_counts_on() {
        String course = fixtures.course();
        UUID one = answered.person();
        UUID other = answered.person();
        answered.attempt(one, course, NOON, new Random(1));
        answered.attempt(other, course, NOON.plusSeconds(60), new Random(2));
        note(course);
        assertThat(people(course)).isEqualTo(2);
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(
                    handle -> handle.execute("update quiz.attempt set person_id = ? where person_id = ?", one, other));
            counting.noteAllOf(other, one);
        });
        job.countAll();
        assertThat(people(course)).isEqualTo(1);
        plain.assertCountedRightly(course);
    }

    private long people(String course) {
        UUID version = answered.version(course);
        return tallies.quizzes(List.of(version)).get(version).stream()
                .mapToLong(QuizTally::attempts)
                .sum();
    }

    @Test
    void one_attempt_that_cannot_be_counted_holds_up_nobody() {
        String course = fixtures.course();
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(answered.attempt(answered.person(), course, NOON, new Random(i)));
        }
        // More than fits: nothing grades so, and nothing must come of it.
        jdbi.useHandle(handle -> handle.execute(
                "update quiz.attempt_question set earned = 9e18, possible = 9e18 where attempt_id = ? and position = 1",
                made.getFirst()));
        made.forEach(counting::note);
        job.countAll();
        assertThat(people(course)).isEqualTo(2);
        jdbi.useHandle(handle -> handle.execute(
                "update quiz.attempt_question set earned = 1, possible = 1 where attempt_id = ? and position = 1",
                made.getFirst()));
        job.countAll();
        assertThat(people(course)).isEqualTo(3);
        plain.assertCountedRightly(course);
    }

    /** The longest wait is that of one row of one’s own. */
    @Test
    void who_submits_never_waits_for_who_counts() {
        String course = fixtures.course();
        UUID person = answered.person();
        Learner learner = new Learner(person, UUID.randomUUID());
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(course));
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    Counting.alone(handle);
                    Counting.countDue(handle, 1000);
                    handle.execute("select 1 from analysis.quiz_sum for update");
                    QuarkusTransaction.requiringNew().run(() -> attempts.submit(learner, attempt));
                }));
        job.countAll();
        assertThat(people(course)).isEqualTo(1);
        plain.assertCountedRightly(course);
    }

    @Test
    void options_times_and_what_was_left_open_are_counted() {
        String course = fixtures.course();
        UUID person = answered.person();
        UUID attempt = answered.attempt(person, course, NOON, new Random(5));
        note(course);
        UUID version = answered.version(course);
        List<Tally> all = tallies.itemsOfQuizzes(List.of(version)).get(version).values().stream()
                .map(List::getFirst)
                .toList();
        Map<String, Integer> states = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select coalesce(r.state, 'blank') as state, count(*) as n from quiz.attempt_question q
                        left join quiz.response r using (attempt_id, position) where attempt_id = :attempt group by 1""")
                .bind("attempt", attempt)
                .map((row, context) -> states.put(row.getString("state"), row.getInt("n")))
                .list());
        assertThat(all.stream().mapToLong(Tally::unknown).sum())
                .isEqualTo(states.getOrDefault("unknown", 0).longValue());
        assertThat(all.stream().mapToLong(Tally::cleared).sum())
                .isEqualTo(states.getOrDefault("cleared", 0).longValue());
        assertThat(all.stream().mapToLong(Tally::blank).sum())
                .isEqualTo(states.getOrDefault("blank", 0).longValue());
        assertThat(all.stream().mapToLong(each -> each.times().total()).sum())
                .isEqualTo((long) QuizFixtures.LENGTH - states.getOrDefault("blank", 0));
        Map<UUID, List<OptionTally>> options = tallies.options(Tallies.By.QUIZ_VERSION, List.of(version));
        assertThat(options.values().stream().flatMap(List::stream).map(OptionTally::option))
                .isNotEmpty()
                .allMatch(option -> option.startsWith("secret-id-") || option.equals("true") || option.equals("false"));
    }
}
