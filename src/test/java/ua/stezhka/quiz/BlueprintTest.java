package ua.stezhka.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a blueprint draws, and how well a pool serves it. */
class BlueprintTest {
    private static Blueprint blueprint(List<Integer> counts) {
        List<Blueprint.Cell> cells = new ArrayList<>();
        for (int c = 0; c < counts.size(); c++) {
            cells.add(new Blueprint.Cell("competence-" + c / 2, c % 2 == 0 ? "A1" : "A2", counts.get(c)));
        }
        return new Blueprint(cells);
    }

    private static List<Draw.Candidate> pool(Blueprint blueprint, int times) {
        List<Draw.Candidate> pool = new ArrayList<>();
        for (int c = 0; c < blueprint.cells().size(); c++) {
            Blueprint.Cell cell = blueprint.cells().get(c);
            for (int i = 0; i < cell.count() * times; i++) {
                pool.add(new Draw.Candidate(new UUID(c, i), cell.competence(), cell.level()));
            }
        }
        pool.add(new Draw.Candidate(new UUID(99, 0), "of-no-cell", "A1"));
        return pool;
    }

    @Property
    void every_cell_gets_its_number_and_nothing_else_is_drawn(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer> counts,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll long seed) {
        Blueprint blueprint = blueprint(counts);
        List<UUID> drawn = Draw.by(blueprint, pool(blueprint, times), Map.of(), new Random(seed));
        assertThat(drawn).hasSize(blueprint.length()).doesNotHaveDuplicates();
        for (int c = 0; c < counts.size(); c++) {
            int cell = c;
            assertThat(drawn.stream().filter(id -> id.getMostSignificantBits() == cell))
                    .hasSize(counts.get(c));
        }
    }

    @Property
    void three_attempts_meet_different_questions_when_the_pool_is_three_times_as_large(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 4) Integer> counts, @ForAll long seed) {
        Blueprint blueprint = blueprint(counts);
        List<Draw.Candidate> pool = pool(blueprint, Coverage.TIMES);
        Map<UUID, Instant> met = new HashMap<>();
        List<UUID> all = new ArrayList<>();
        List<UUID> first = List.of();
        for (int attempt = 0; attempt < Coverage.TIMES; attempt++) {
            List<UUID> drawn = Draw.by(blueprint, pool, met, new Random(seed + attempt));
            Instant at = Instant.EPOCH.plusSeconds(attempt);
            drawn.forEach(id -> met.put(id, at));
            all.addAll(drawn);
            first = attempt == 0 ? drawn : first;
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(Draw.by(blueprint, pool, met, new Random(seed)))
                .as("those met longest ago come again first")
                .containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void the_order_of_questions_tells_nothing_of_the_blueprint() {
        Blueprint blueprint = blueprint(List.of(3, 3));
        List<Draw.Candidate> pool = pool(blueprint, 3);
        assertThat(new Random(7)
                        .ints(50, 0, 1000)
                        .mapToObj(seed -> Draw.by(blueprint, pool, Map.of(), new Random(seed)))
                        .map(drawn -> drawn.getFirst().getMostSignificantBits())
                        .distinct())
                .containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void coverage_says_where_the_pool_is_too_thin() {
        Blueprint blueprint = new Blueprint(List.of(
                new Blueprint.Cell("devices", "A1", 2),
                new Blueprint.Cell("devices", "A2", 1),
                new Blueprint.Cell("safety", "A1", 1)));
        List<Coverage.Offer> pool = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pool.add(new Coverage.Offer("devices", "A1"));
            pool.add(new Coverage.Offer("devices", "A2"));
        }
        List<Coverage> coverage = Coverage.of(blueprint, pool);
        assertThat(coverage).extracting(Coverage::available).containsExactly(5, 5, 0);
        assertThat(coverage).extracting(Coverage::missing).containsExactly(1, 0, 3);
        assertThat(coverage).extracting(Coverage::enough).containsExactly(false, true, false);
        assertThat(blueprint.length()).isEqualTo(4);
    }
}
