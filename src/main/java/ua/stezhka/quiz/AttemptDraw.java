package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.question.Arrangement;
import ua.stezhka.question.QuestionVersion;

/** Draws the questions of a new attempt and puts what they show in an order of its own. */
@Singleton
class AttemptDraw {
    private static final String MET_LAST_TIME = """
            select v.question_id from quiz.attempt_question q
            join quiz.question_version v on v.id = q.question_version_id
            where q.attempt_id = (select id from quiz.attempt where person_id = :person and quiz_id = :quiz and kind <> 'trial'
                                  order by started_at desc limit 1)
            """;
    /** Of the last attempts only: before them is as good as never, and the statement takes the same time for ever. */
    private static final String LAST_MET = """
            select v.question_id, max(a.started_at) as at
            from (select id, started_at from quiz.attempt where person_id = :person and quiz_id = :quiz and kind <> 'trial'
                  order by started_at desc limit 10) a
            join quiz.attempt_question q on q.attempt_id = a.id
            join quiz.question_version v on v.id = q.question_version_id
            group by v.question_id
            """;

    private final Jdbi jdbi;
    private final QuizVersions versions;
    private final SecureRandom seeds = new SecureRandom();

    AttemptDraw(Jdbi jdbi, QuizVersions versions) {
        this.jdbi = jdbi;
        this.versions = versions;
    }

    List<Attempts.Asked> draw(UUID personId, QuizVersion quiz) {
        RandomGenerator random = new SplittableRandom(seeds.nextLong());
        List<UUID> live = versions.live(quiz);
        Map<UUID, QuestionVersion> pool = versions.questions(live);
        List<Draw.Candidate> candidates = live.stream()
                .map(id -> Objects.requireNonNull(pool.get(id)))
                .map(question -> new Draw.Candidate(question.id(), question.competence(), question.level()))
                .toList();
        Blueprint blueprint = quiz.terms().blueprint();
        List<UUID> drawn = blueprint == null
                ? Draw.from(candidates, quiz.draws(), metLastTime(personId, quiz, pool), random)
                : Draw.by(blueprint, candidates, lastMet(personId, quiz, pool), random);
        List<Attempts.Asked> asked = new ArrayList<>();
        for (UUID version : drawn) {
            QuestionVersion question = Objects.requireNonNull(pool.get(version));
            asked.add(new Attempts.Asked(
                    asked.size() + 1,
                    version,
                    Arrangement.of(question.body(), question.key(), random).orders()));
        }
        return asked;
    }

    /** The versions of the pool whose questions the person met last time, in whichever version. */
    private Set<UUID> metLastTime(UUID personId, QuizVersion quiz, Map<UUID, QuestionVersion> pool) {
        Set<UUID> met = jdbi.withHandle(handle -> handle.createQuery(MET_LAST_TIME)
                .bind("person", personId)
                .bind("quiz", quiz.quizId())
                .mapTo(UUID.class)
                .set());
        Set<UUID> versionsMet = new HashSet<>();
        pool.values().stream().filter(q -> met.contains(q.questionId())).forEach(q -> versionsMet.add(q.id()));
        return versionsMet;
    }

    private Map<UUID, Instant> lastMet(UUID personId, QuizVersion quiz, Map<UUID, QuestionVersion> pool) {
        Map<UUID, Instant> met = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(LAST_MET)
                .bind("person", personId)
                .bind("quiz", quiz.quizId())
                .map((row, context) -> met.put(
                        row.getObject("question_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
        Map<UUID, Instant> versionsMet = new HashMap<>();
        pool.values().stream()
                .filter(q -> met.containsKey(q.questionId()))
                .forEach(q -> versionsMet.put(q.id(), Objects.requireNonNull(met.get(q.questionId()))));
        return versionsMet;
    }
}
