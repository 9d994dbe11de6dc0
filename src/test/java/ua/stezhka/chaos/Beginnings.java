package ua.stezhka.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.stezhka.chaos.Finding.Promise;
import ua.stezhka.chaos.Operation.Kind;
import ua.stezhka.chaos.Operation.Outcome;

/** Whoever begins is one person, however often the first press arrived: also a guest, who is nobody before it. Pure. */
final class Beginnings {
    private Beginnings() {}

    static List<Finding> check(List<Operation> operations, Stored stored) {
        List<Finding> findings = new ArrayList<>();
        Map<UUID, UUID> personOf =
                stored.attempts().stream().collect(Collectors.toMap(Stored.Attempt::id, Stored.Attempt::person));
        Map<Integer, Set<UUID>> peopleOf = new TreeMap<>();
        Set<Integer> unsure = new HashSet<>();
        for (Operation start : operations) {
            if (start.kind() == Kind.START && start.acknowledged() && personOf.containsKey(start.attempt())) {
                peopleOf.computeIfAbsent(start.taker(), taker -> new HashSet<>())
                        .add(personOf.get(start.attempt()));
            } else if (start.kind() == Kind.START && start.outcome() == Outcome.UNKNOWN) {
                unsure.add(start.taker());
            }
        }
        peopleOf.forEach((taker, people) -> {
            if (people.size() > 1) {
                findings.add(twice("taker %d became %d people".formatted(taker, people.size())));
            }
        });
        unsure.removeAll(peopleOf.keySet());
        Set<UUID> unknown = new HashSet<>(personOf.values());
        peopleOf.values().forEach(unknown::removeAll);
        if (unknown.size() > unsure.size()) {
            findings.add(twice("%d people whom nobody knows began an attempt, and %d takers were never answered"
                    .formatted(unknown.size(), unsure.size())));
        }
        return findings;
    }

    private static Finding twice(String what) {
        return new Finding(Promise.NOTHING_HAPPENS_TWICE, what);
    }
}
