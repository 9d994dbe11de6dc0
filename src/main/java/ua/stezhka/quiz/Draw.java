package ua.stezhka.quiz;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Draws the questions of an attempt from a pool: every competence at least once where the number allows it, then questions
 * that the person did not meet last time, spread evenly, in a random order.
 */
final class Draw {
    private Draw() {}

    /**
     * A question of the pool.
     *
     * @param id         stable id of the question, the same for all its versions
     * @param competence what it asks about
     * @param level      at which level
     */
    record Candidate(UUID id, String competence, String level) {}

    /**
     * Draws what a blueprint says, in a random order: in each cell first questions that the person never met, then those
     * that were met longest ago. A cell that the pool cannot fill gives what it has.
     *
     * @param lastMet when the person met a question last
     */
    static List<UUID> by(
            Blueprint blueprint, Collection<Candidate> pool, Map<UUID, Instant> lastMet, RandomGenerator random) {
        List<Candidate> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        shuffled.sort(Comparator.comparing(candidate -> lastMet.getOrDefault(candidate.id, Instant.MIN)));
        Set<UUID> drawn = new LinkedHashSet<>();
        for (Blueprint.Cell cell : blueprint.cells()) {
            shuffled.stream()
                    .filter(c -> c.competence.equals(cell.competence()) && c.level.equals(cell.level()))
                    .map(Candidate::id)
                    .filter(id -> !drawn.contains(id))
                    .distinct()
                    .limit(cell.count())
                    .toList()
                    .forEach(drawn::add);
        }
        List<UUID> order = new ArrayList<>(drawn);
        Collections.shuffle(order, random);
        return order;
    }

    /**
     * Draws {@code count} different questions, or all of a smaller pool.
     *
     * @param met questions of the person’s last attempt
     */
    static List<UUID> from(Collection<Candidate> pool, int count, Set<UUID> met, RandomGenerator random) {
        List<Deque<UUID>> unmet = new ArrayList<>();
        List<Deque<UUID>> known = new ArrayList<>();
        for (List<UUID> group : byCompetence(pool, random)) {
            unmet.add(part(group, met, false));
            known.add(part(group, met, true));
        }
        List<UUID> drawn = new ArrayList<>();
        for (int i = 0; i < unmet.size() && drawn.size() < count; i++) {
            drawn.add(unmet.get(i).isEmpty() ? known.get(i).pop() : unmet.get(i).pop());
        }
        takeInTurn(unmet, count, drawn);
        takeInTurn(known, count, drawn);
        Collections.shuffle(drawn, random);
        return drawn;
    }

    private static List<List<UUID>> byCompetence(Collection<Candidate> pool, RandomGenerator random) {
        List<Candidate> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        Map<String, List<UUID>> groups = new LinkedHashMap<>();
        Set<UUID> once = new HashSet<>();
        for (Candidate candidate : shuffled) {
            if (once.add(candidate.id())) {
                groups.computeIfAbsent(candidate.competence(), c -> new ArrayList<>())
                        .add(candidate.id());
            }
        }
        return new ArrayList<>(groups.values());
    }

    private static Deque<UUID> part(List<UUID> group, Set<UUID> met, boolean wanted) {
        Deque<UUID> part = new ArrayDeque<>();
        group.stream().filter(id -> met.contains(id) == wanted).forEach(part::add);
        return part;
    }

    private static void takeInTurn(List<Deque<UUID>> groups, int count, List<UUID> drawn) {
        boolean taken = true;
        while (taken && drawn.size() < count) {
            taken = false;
            for (Deque<UUID> group : groups) {
                if (!group.isEmpty() && drawn.size() < count) {
                    drawn.add(group.pop());
                    taken = true;
                }
            }
        }
    }
}
