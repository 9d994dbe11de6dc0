package ua.stezhka.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import ua.stezhka.quiz.QuizDraft;

/** Counts all attempts at a quiz at once, from the tables of quizzes and without any SQL of ours, to hold the sums against. */
@ApplicationScoped
class PlainCount {
    private final Jdbi jdbi;
    private final Tallies tallies;
    private final AnsweredQuizzes answered;

    PlainCount(Jdbi jdbi, Tallies tallies, AnsweredQuizzes answered) {
        this.jdbi = jdbi;
        this.tallies = tallies;
        this.answered = answered;
    }

    /** The scores of the first attempts at a course, as the tables of quizzes have them: question → (score, rest) of each. */
    private Map<UUID, List<double[]>> plain(String course) {
        Map<UUID, List<double[]>> plain = new HashMap<>();
        Map<UUID, Map<UUID, Long>> byAttempt = new HashMap<>();
        Set<UUID> people = new HashSet<>();
        Set<UUID> first = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select a.id, a.person_id, q.question_version_id, q.earned, q.possible
                        from quiz.attempt a join quiz.attempt_question q on q.attempt_id = a.id
                        where a.quiz_id = :quiz and a.submitted_at is not null order by a.submitted_at, a.id""")
                .bind("quiz", QuizDraft.finalOf(course))
                .map((row, context) -> {
                    UUID attempt = row.getObject("id", UUID.class);
                    if (people.add(row.getObject("person_id", UUID.class))) {
                        first.add(attempt);
                    }
                    long share = Math.round(10_000.0 * row.getLong("earned") / row.getLong("possible"));
                    if (first.contains(attempt)) {
                        byAttempt
                                .computeIfAbsent(attempt, id -> new HashMap<>())
                                .put(row.getObject("question_version_id", UUID.class), share);
                    }
                    return attempt;
                })
                .list());
        byAttempt.values().forEach(scores -> {
            long total = scores.values().stream().mapToLong(Long::longValue).sum();
            scores.forEach((question, score) -> plain.computeIfAbsent(question, id -> new ArrayList<>())
                    .add(new double[] {score, Math.round((double) (total - score) / (scores.size() - 1))}));
        });
        return plain;
    }

    void assertCountedRightly(String course) {
        UUID version = answered.version(course);
        Map<UUID, List<Tally>> items = tallies.itemsOfQuizzes(List.of(version)).getOrDefault(version, Map.of());
        Map<UUID, List<double[]>> plain = plain(course);
        assertThat(items.keySet()).isEqualTo(plain.keySet());
        plain.forEach((question, pairs) -> {
            Tally tally = items.get(question).stream().reduce(Tally::plus).orElseThrow();
            double[] scores =
                    pairs.stream().mapToDouble(pair -> pair[0] / 10_000).toArray();
            double[] rests =
                    pairs.stream().mapToDouble(pair -> pair[1] / 10_000).toArray();
            Tally naive = Naive.tally(scores, rests);
            assertThat(tally.scores()).isEqualTo(naive.scores());
            assertThat(tally.pairs()).isEqualTo(naive.pairs());
            assertThat(tallies.spreads(Tallies.By.QUIZ_VERSION, List.of(version))
                            .get(question))
                    .isEqualTo(new ItemFigures.Spread(Naive.percents(scores), Naive.percents(rests)));
        });
    }
}
