package ua.stezhka.quiz;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.account.PersonMerged;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Json;
import ua.stezhka.platform.Problem;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.QuestionVersion;

/** Try-outs of a final quiz: an attempt of an author’s own that counts nowhere. The next one replaces it. */
@Singleton
public class Trials {
    private static final String LAST =
            "select id from quiz.attempt where person_id = :person and quiz_id = :quiz and kind = 'trial'";
    private static final List<String> FORGET = List.of(
            "delete from quiz.upload_part where upload_id in (select id from quiz.upload where attempt_id = :attempt)",
            "delete from quiz.upload where attempt_id = :attempt",
            "delete from quiz.attempt_event where attempt_id = :attempt",
            "delete from quiz.response where attempt_id = :attempt",
            "delete from quiz.attempt_question where attempt_id = :attempt",
            "delete from quiz.attempt where id = :attempt");

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final Clock clock;
    private final String node;
    private final SecureRandom seeds = new SecureRandom();

    Trials(Jdbi jdbi, QuizVersions versions, Clock clock, QuizConfig config) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.clock = clock;
        this.node = config.node();
    }

    /**
     * Begins a try-out by a blueprint, saved or not.
     *
     * @throws Problem.NotFound when there is no such final quiz
     */
    @Transactional
    public UUID start(UUID personId, UUID quizId, Blueprint blueprint) {
        QuizVersion quiz = versions.current(quizId).filter(QuizVersion::isFinal).orElseThrow(Problem::notFound);
        RandomGenerator random = new SplittableRandom(seeds.nextLong());
        List<Attempts.Asked> questions =
                draw(versions.questions(versions.live(quiz)).values(), blueprint, random);
        return jdbi.withHandle(handle -> {
            // Two presses at once: the second one replaces the try-out of the first.
            handle.createQuery("select id from quiz.quiz where id = :quiz for no key update")
                    .bind("quiz", quizId)
                    .mapTo(UUID.class)
                    .one();
            forgetLast(handle, personId, quizId);
            return handle.createQuery(Attempts.START)
                    .bind("id", Ids.next())
                    .bind("person", personId)
                    .bind("quiz", quizId)
                    .bind("version", quiz.id())
                    .bind("kind", "trial")
                    .bind("questions", Json.write(questions))
                    .bind("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .bind("deadline", (Instant) null)
                    .bind("node", node)
                    .mapTo(UUID.class)
                    .one();
        });
    }

    /** Before the merged account’s attempts become those of the other one: each has one try-out at most. */
    void merged(@Observes @Priority(100) PersonMerged merge) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select quiz_id from quiz.attempt where person_id = :person and kind = 'trial'")
                .bind("person", merge.mergedId())
                .mapTo(UUID.class)
                .list()
                .forEach(quiz -> forgetLast(handle, merge.mergedId(), quiz)));
    }

    private static void forgetLast(Handle handle, UUID personId, UUID quizId) {
        handle.createQuery(LAST)
                .bind("person", personId)
                .bind("quiz", quizId)
                .mapTo(UUID.class)
                .list()
                .forEach(attempt -> FORGET.forEach(statement ->
                        handle.createUpdate(statement).bind("attempt", attempt).execute()));
    }

    private static List<Attempts.Asked> draw(
            Collection<QuestionVersion> live, Blueprint blueprint, RandomGenerator random) {
        List<Draw.Candidate> candidates = live.stream()
                .map(question -> new Draw.Candidate(question.id(), question.competence(), question.level()))
                .toList();
        Map<UUID, QuestionVersion> pool =
                live.stream().collect(Collectors.toMap(QuestionVersion::id, question -> question));
        List<Attempts.Asked> asked = new ArrayList<>();
        for (UUID id : Draw.by(blueprint, candidates, Map.of(), random)) {
            QuestionVersion question = Objects.requireNonNull(pool.get(id));
            asked.add(new Attempts.Asked(
                    asked.size() + 1,
                    question.id(),
                    Arrangement.of(question.body(), question.key(), random).orders()));
        }
        return asked;
    }
}
