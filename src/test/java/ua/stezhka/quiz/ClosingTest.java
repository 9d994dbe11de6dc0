package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import ua.stezhka.platform.Problem;
import ua.stezhka.platform.TestDatabase;
import ua.stezhka.question.Score;

/** Attempts that the clock closes: once, as of their end, with what was acknowledged, whoever works at it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ClosingTest {
    private static final Logger LOG = Logger.getLogger(ClosingTest.class);
    private static final int ABANDONED = Integer.getInteger("closing.attempts", 500);

    @Inject
    QuizFixtures fixtures;

    @Inject
    CertifyingFixtures certifying;

    @Inject
    Attempts attempts;

    @Inject
    Responses responses;

    @Inject
    AttemptReader reader;

    @Inject
    AttemptClosing closing;

    @Inject
    AttemptGauges gauges;

    @Inject
    Extensions extensions;

    @Inject
    ScoreAudit audit;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry registry;

    private ClosingJob job() {
        return new ClosingJob(closing, clock);
    }

    private int count(String sql, List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.registerArrayType(UUID.class, "uuid")
                .createQuery(sql)
                .bindArray("ids", UUID.class, ids)
                .mapTo(Integer.class)
                .one());
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        }
    }

    /** MDL-87029: an overdue job raced and every attempt was submitted twice. */
    @Test
    void three_nodes_close_every_abandoned_attempt_once_as_of_its_end_with_what_was_acknowledged() throws Exception {
        String course = certifying.timed(30);
        List<UUID> abandoned = certifying.abandoned(attempts, responses, course, ABANDONED);
        assertThat(gauges.count().overdue()).isGreaterThanOrEqualTo(ABANDONED);
        long begun = System.nanoTime();
        List<Integer> closed =
                together(List.of(() -> job().closeAll(), () -> job().closeAll(), () -> job().closeAll()));
        LOG.infof(
                "closed %d attempts by three jobs in %d ms: %s",
                (Object) ABANDONED, Duration.ofNanos(System.nanoTime() - begun).toMillis(), closed);

        assertThat(closed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ABANDONED);
        assertThat(gauges.count().overdue()).isZero();
        assertThat(count("""
                        select count(*) from quiz.attempt
                        where id = any(:ids) and submitted_at = deadline and earned > 0""", abandoned)).isEqualTo(ABANDONED);
        assertThat(count(
                        "select count(*) from quiz.attempt_event where attempt_id = any(:ids) and kind = 'close'",
                        abandoned))
                .isEqualTo(ABANDONED);
        assertThat(count("""
                        select count(*) from xapi.statement
                        where registration = any(:ids) and verb = 'http://adlnet.gov/expapi/verbs/completed'""", abandoned)).isEqualTo(ABANDONED);
        assertThat(job().closeAll()).isZero();
        assertThat(audit.differences()).isEmpty();
    }

    /** R-O-13. */
    @Test
    void the_gauges_tell_what_is_open_and_what_is_overdue() {
        Learner learner = fixtures.guest();
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(certifying.timed(30)));
        certifying.endsIn(attempt, -120);
        assertThat(registry.get("stezhka.attempts.open").gauge().value()).isPositive();
        assertThat(gauges.count().overdue()).isPositive();
        job().closeAll();
        assertThat(gauges.count().overdue()).isZero();
    }

    @Test
    void an_attempt_in_its_grace_or_without_an_end_stays_open() {
        Learner learner = fixtures.guest();
        UUID inGrace = attempts.start(learner, QuizDraft.finalOf(certifying.timed(30)));
        UUID endless = attempts.start(learner, QuizDraft.finalOf(fixtures.course()));
        certifying.endsIn(inGrace, -30);
        job().closeAll();
        assertThat(reader.whole(learner.personId(), inGrace).open()).isTrue();
        assertThat(reader.whole(learner.personId(), endless).open()).isTrue();
    }

    @Test
    void one_attempt_that_cannot_be_closed_holds_up_no_other() {
        String course = certifying.timed(30);
        List<UUID> abandoned = certifying.abandoned(attempts, responses, course, 5);
        // What no save could ever have stored.
        fixtures.update(
                "update quiz.response set answer = '{\"option\": \"1\"}' where attempt_id = :id", abandoned.get(2));
        assertThat(job().closeAll()).isEqualTo(4);
        assertThat(count("select count(*) from quiz.attempt where id = any(:ids) and submitted_at is null", abandoned))
                .isEqualTo(1);
        fixtures.update(
                "update quiz.response set answer = '{\"text\": \"таємне secret\"}' where attempt_id = :id",
                abandoned.get(2));
        assertThat(job().closeAll()).isEqualTo(1);
    }

    @Test
    void an_extended_attempt_is_not_closed() {
        Learner learner = fixtures.guest();
        UUID attempt = attempts.start(learner, QuizDraft.finalOf(certifying.timed(30)));
        certifying.endsIn(attempt, -120);
        UUID form = UUID.randomUUID();
        assertThat(extensions.extend(attempt, learner.personId(), form, 10, learner.personId()))
                .isPresent();
        assertThat(extensions.extend(attempt, learner.personId(), form, 10, learner.personId()))
                .as("the same form twice")
                .isEmpty();
        assertThat(job().closeAll()).isZero();
        assertThat(Duration.between(
                        clock.instant(),
                        reader.whole(learner.personId(), attempt).deadline()))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    /** One state machine and one row lock: whatever two windows, a teacher and the clock do at once, no attempt is stuck or lost. */
    @Test
    void saves_submissions_extensions_and_closing_in_any_order_leave_only_legal_states() throws Exception {
        Random random = new Random(20261125);
        UUID quiz = QuizDraft.finalOf(certifying.timed(30));
        Learner learner = fixtures.guest();
        for (int round = 0; round < 150; round++) {
            UUID attempt = attempts.start(learner, quiz);
            certifying.endsIn(attempt, random.nextBoolean() ? -61 : -59);
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(act(random.nextInt(5), learner, attempt));
            }
            List<Object> outcomes = together(calls);
            job().closeAll();
            assertLegal(learner, attempt, outcomes);
            attempts.submit(learner, attempt);
            assertThat(reader.whole(learner.personId(), attempt).open()).isFalse();
        }
        assertThat(audit.differences()).isEmpty();
    }

    private Callable<Object> act(int which, Learner learner, UUID attempt) {
        Callable<Object> act =
                switch (which) {
                    case 0, 1 ->
                        () -> responses.save(
                                learner.personId(),
                                attempt,
                                1,
                                UUID.randomUUID(),
                                0,
                                body -> CertifyingFixtures.right());
                    case 2 ->
                        () -> {
                            attempts.submit(learner, attempt);
                            return "submitted";
                        };
                    case 3 -> () -> job().closeAll();
                    default ->
                        () -> extensions.extend(attempt, learner.personId(), UUID.randomUUID(), 1, learner.personId());
                };
        return () -> {
            try {
                return act.call();
            } catch (Problem.Conflict refused) {
                return refused.code();
            }
        };
    }

    private void assertLegal(Learner learner, UUID attempt, List<Object> outcomes) {
        AttemptSheet sheet = reader.whole(learner.personId(), attempt);
        long acknowledged =
                outcomes.stream().filter(SaveOutcome.Saved.class::isInstance).count();
        assertThat(acknowledged).isLessThanOrEqualTo(1);
        assertThat(sheet.slot(1).orElseThrow().answered()).isEqualTo(acknowledged == 1);
        int ends = fixtures.count(
                "select count(*) from quiz.attempt_event where attempt_id = :id and kind in ('submit', 'close')",
                attempt);
        assertThat(ends).isEqualTo(sheet.open() ? 0 : 1);
        if (!sheet.open()) {
            assertThat(sheet.score()).isNotNull();
            assertThat(sheet.slot(1).orElseThrow().score())
                    .isEqualTo(acknowledged == 1 ? Score.EVERYTHING : Score.NOTHING);
            assertThat(outcomes).doesNotContain("nothing");
        }
    }
}
