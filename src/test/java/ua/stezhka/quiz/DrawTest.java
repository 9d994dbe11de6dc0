package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static List<Draw.Candidate> pool(int competences, int each) {
        List<Draw.Candidate> pool = new ArrayList<>();
        for (int c = 0; c < competences; c++) {
            for (int i = 0; i < each; i++) {
                pool.add(new Draw.Candidate(new UUID(c, i), "competence-" + c, "A2"));
            }
        }
        return pool;
    }

    private static Set<UUID> ids(List<Draw.Candidate> candidates) {
        return candidates.stream().map(Draw.Candidate::id).collect(Collectors.toSet());
    }

    @Property
    void as_many_different_questions_of_the_pool_are_drawn_as_asked(
            @ForAll @IntRange(min = 1, max = 5) int competences,
            @ForAll @IntRange(min = 1, max = 8) int each,
            @ForAll @IntRange(min = 0, max = 50) int count,
            @ForAll long seed) {
        List<Draw.Candidate> pool = pool(competences, each);
        Set<UUID> met = ids(pool.subList(0, Math.min(pool.size(), (int) (seed & 15))));
        List<UUID> drawn = Draw.from(pool, count, met, new Random(seed));
        assertThat(drawn).hasSize(Math.min(count, pool.size())).doesNotHaveDuplicates();
        assertThat(ids(pool)).containsAll(drawn);
    }

    @Property
    void every_competence_is_asked_when_there_is_room(@ForAll long seed) {
        List<UUID> drawn = Draw.from(pool(4, 6), 10, Set.of(), new Random(seed));
        var perCompetence =
                drawn.stream().collect(Collectors.groupingBy(UUID::getMostSignificantBits, Collectors.counting()));
        assertThat(perCompetence).hasSize(4);
        assertThat(perCompetence.values()).allMatch(n -> n == 2 || n == 3);
    }

    @Property
    void a_second_attempt_meets_new_questions_while_there_are_any(@ForAll long seed) {
        List<Draw.Candidate> pool = pool(3, 10);
        List<UUID> first = Draw.from(pool, 10, Set.of(), new Random(seed));
        List<UUID> second = Draw.from(pool, 10, Set.copyOf(first), new Random(seed + 1));
        assertThat(second).doesNotContainAnyElementsOf(first);
    }

    @Test
    void known_questions_come_again_when_nothing_else_is_left() {
        List<Draw.Candidate> pool = pool(2, 3);
        assertThat(Draw.from(pool, 5, ids(pool), new Random(1))).hasSize(5);
    }

    @Test
    void the_same_seed_draws_the_same_questions() {
        assertThat(Draw.from(pool(3, 9), 9, Set.of(), new Random(5)))
                .isEqualTo(Draw.from(pool(3, 9), 9, Set.of(), new Random(5)));
    }

    @Test
    void over_many_draws_every_question_comes_up() {
        Set<UUID> seen = IntStream.range(0, 100)
                .mapToObj(i -> Draw.from(pool(3, 10), 10, Set.of(), new Random(i)))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(seen).hasSize(30);
    }

    @Test
    void questions_stand_in_another_order_each_time() {
        Set<List<UUID>> orders = IntStream.range(0, 50)
                .mapToObj(i -> Draw.from(pool(1, 4), 4, Set.of(), new Random(i)))
                .collect(Collectors.toSet());
        assertThat(orders).hasSizeGreaterThan(10);
    }

    @Test
    void a_plan_draws_other_questions_in_another_order_each_time() {
        Blueprint plan = new Blueprint(
                List.of(new Blueprint.Cell("competence-0", "A2", 2), new Blueprint.Cell("competence-1", "A2", 1)));
        List<List<UUID>> draws = IntStream.range(0, 100)
                .mapToObj(i -> Draw.by(plan, pool(3, 5), Map.of(), new Random(i)))
                .toList();
        assertThat(draws).allSatisfy(drawn -> assertThat(
                        drawn.stream().map(UUID::getMostSignificantBits).sorted())
                .containsExactly(0L, 0L, 1L));
        assertThat(draws.stream().flatMap(List::stream).collect(Collectors.toSet()))
                .as("every question of the two competences, none of the third")
                .hasSize(10);
        assertThat(draws.stream().map(drawn -> drawn.getLast().getMostSignificantBits()))
                .as("the order of the plan is not the order of the attempt")
                .contains(0L, 1L);
    }

    @Test
    void a_plan_takes_what_was_met_longest_ago_when_all_was_met() {
        List<Draw.Candidate> pool = pool(1, 3);
        Map<UUID, Instant> met = pool.stream()
                .collect(Collectors.toMap(
                        Draw.Candidate::id, c -> Instant.EPOCH.plusSeconds(c.id().getLeastSignificantBits())));
        Blueprint plan = new Blueprint(List.of(new Blueprint.Cell("competence-0", "A2", 2)));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Draw.by(plan, pool, met, new Random(seed)))
                    .containsExactlyInAnyOrder(new UUID(0, 0), new UUID(0, 1));
        }
    }
}
