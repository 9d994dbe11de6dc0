package ua.stezhka.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.stezhka.chaos.Finding.Promise;
import ua.stezhka.chaos.Operation.Kind;
import ua.stezhka.chaos.Operation.Outcome;

/**
 * Compares what takers were told with what the database holds. Pure: the same history always gives the same findings. Source of the
 * way: histories of clients that are checked as a whole, as Jepsen does.
 */
final class Checker {
    private final List<Operation> operations;
    private final Stored stored;
    private final Map<UUID, Stored.Event> saves = new HashMap<>();
    private final Map<Place, List<Stored.Event>> savesAt;
    private final Map<Place, List<Operation>> sentTo;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(List<Operation> operations, Stored stored) {
        this.operations = operations;
        this.stored = stored;
        this.savesAt = stored.events().stream()
                .filter(event -> event.kind().equals("save"))
                .collect(Collectors.groupingBy(event -> new Place(event.attempt(), event.position())));
        this.sentTo = operations.stream()
                .filter(operation -> operation.kind() == Kind.SAVE)
                .collect(Collectors.groupingBy(save -> new Place(save.attempt(), save.position())));
    }

    private record Place(UUID attempt, int position) {}

    /** Everything that contradicts a promise; empty when all is well. */
    static List<Finding> check(List<Operation> operations, Stored stored) {
        Checker checker = new Checker(operations, stored);
        checker.logHoldsEachSaveOnce();
        checker.acknowledgedSavesAreThere();
        checker.refusedSavesAreNot();
        checker.newestAnswersStand();
        checker.submissionsHappenOnce();
        checker.startsHappenOnce();
        checker.certificatesAreEarnedOnce();
        checker.findings.addAll(Beginnings.check(operations, stored));
        return checker.findings;
    }

    /** Attempts that nobody was told of and that nothing was done with: begun by a request that came late. */
    static long lateStarts(List<Operation> operations, Stored stored) {
        Set<UUID> known = attemptsOf(operations);
        return stored.attempts().stream()
                .filter(attempt -> !known.contains(attempt.id()))
                .count();
    }

    private void found(Promise promise, String what, Object... parts) {
        findings.add(new Finding(promise, what.formatted(parts)));
    }

    private void logHoldsEachSaveOnce() {
        for (List<Stored.Event> events : savesAt.values()) {
            for (Stored.Event event : events) {
                if (saves.put(event.saveId(), event) != null) {
                    found(Promise.NOTHING_HAPPENS_TWICE, "save %s is twice in the log", event.saveId());
                }
            }
        }
        Map<UUID, Operation> sent = new HashMap<>();
        sentTo.values().forEach(all -> all.forEach(save -> sent.put(save.saveId(), save)));
        saves.forEach((id, event) -> {
            Operation save = sent.get(id);
            if (save == null) {
                found(Promise.WHAT_WAS_TOLD_IS_TRUE, "nobody has sent save %s of the log", id);
            } else if (!save.value().equals(event.value()) || save.position() != event.position()) {
                found(Promise.WHAT_WAS_TOLD_IS_TRUE, "save %s: sent %s, logged %s", id, save.value(), event.value());
            }
        });
    }

    private void acknowledgedSavesAreThere() {
        for (Operation save : operations) {
            if (save.kind() != Kind.SAVE || !save.acknowledged()) {
                continue;
            }
            Stored.Event event = saves.get(save.saveId());
            if (event == null || !event.attempt().equals(save.attempt())) {
                found(
                        Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST,
                        "attempt %s, question %d: acknowledged revision %d is not in the log",
                        save.attempt(),
                        save.position(),
                        save.revision());
            } else if (event.revision() != save.revision()) {
                found(
                        Promise.WHAT_WAS_TOLD_IS_TRUE,
                        "attempt %s, question %d: told revision %d, logged %d",
                        save.attempt(),
                        save.position(),
                        save.revision(),
                        event.revision());
            }
        }
    }

    private void refusedSavesAreNot() {
        operations.stream()
                .filter(save -> save.kind() == Kind.SAVE)
                .filter(save -> save.outcome() == Outcome.STALE || save.outcome() == Outcome.REFUSED)
                .filter(save -> saves.containsKey(save.saveId()))
                .forEach(save -> found(
                        Promise.WHAT_WAS_TOLD_IS_TRUE,
                        "attempt %s, question %d: told %s, but it is stored",
                        save.attempt(),
                        save.position(),
                        save.outcome()));
    }

    private void newestAnswersStand() {
        Map<Place, Stored.Response> now = stored.responses().stream()
                .collect(Collectors.toMap(
                        response -> new Place(response.attempt(), response.position()), response -> response));
        sentTo.forEach((place, sent) -> newestStands(place, sent, Optional.ofNullable(now.get(place))));
        savesAt.forEach((place, events) -> {
            Stored.Event newest = events.stream()
                    .max(Comparator.comparingInt(Stored.Event::revision))
                    .orElseThrow();
            Stored.Response response = now.get(place);
            if (response == null
                    || response.revision() != newest.revision()
                    || !response.value().equals(newest.value())) {
                found(
                        Promise.THE_NEWEST_ANSWER_STANDS,
                        "%s: the log ends with %s, stored is %s",
                        place,
                        newest,
                        response);
            }
        });
    }

    /** The final answer is the highest acknowledged one, or a later one whose fate its sender does not know. */
    private void newestStands(Place place, List<Operation> sent, Optional<Stored.Response> response) {
        Optional<Operation> highest =
                sent.stream().filter(Operation::acknowledged).max(Comparator.comparingInt(Operation::revision));
        int acknowledged = highest.map(Operation::revision).orElse(0);
        int now = response.map(Stored.Response::revision).orElse(0);
        String value = response.map(Stored.Response::value).orElse("");
        boolean right;
        if (now == acknowledged) {
            right = highest.isEmpty() || highest.get().value().equals(value);
        } else {
            right = now > acknowledged
                    && sent.stream()
                            .anyMatch(save -> save.outcome() == Outcome.UNKNOWN
                                    && save.base() + 1 == now
                                    && save.value().equals(value));
        }
        if (!right) {
            found(
                    Promise.THE_NEWEST_ANSWER_STANDS,
                    "attempt %s, question %d: acknowledged revision %d %s, stored %d %s",
                    place.attempt,
                    place.position,
                    acknowledged,
                    highest.map(Operation::value).orElse("nothing"),
                    now,
                    value);
        }
    }

    private void submissionsHappenOnce() {
        Map<UUID, List<Stored.Event>> events =
                stored.events().stream().collect(Collectors.groupingBy(Stored.Event::attempt));
        for (Stored.Attempt attempt : stored.attempts()) {
            List<Stored.Event> log = events.getOrDefault(attempt.id(), List.of());
            List<Long> ends = ids(log, "submit", "close");
            if (ends.size() != (attempt.submitted() ? 1 : 0)) {
                found(Promise.NOTHING_HAPPENS_TWICE, "attempt %s has %d submissions", attempt.id(), ends.size());
            }
            if (ids(log, "start").size() != 1) {
                found(Promise.NOTHING_HAPPENS_TWICE, "attempt %s has not one start in its log", attempt.id());
            }
            long end = ends.isEmpty() ? Long.MAX_VALUE : ends.getFirst();
            if (ids(log, "save").stream().anyMatch(id -> id > end)) {
                found(Promise.WHAT_WAS_TOLD_IS_TRUE, "attempt %s was answered after its submission", attempt.id());
            }
        }
        submissionsAreAsTold();
    }

    private static List<Long> ids(List<Stored.Event> log, String... kinds) {
        return log.stream()
                .filter(event -> List.of(kinds).contains(event.kind()))
                .map(Stored.Event::id)
                .toList();
    }

    private void submissionsAreAsTold() {
        Map<UUID, Stored.Attempt> attempts =
                stored.attempts().stream().collect(Collectors.toMap(Stored.Attempt::id, attempt -> attempt));
        for (Operation operation : operations) {
            if (operation.kind() != Kind.SUBMIT || !operation.acknowledged()) {
                continue;
            }
            Stored.Attempt attempt = attempts.get(operation.attempt());
            if (attempt == null || !attempt.submitted()) {
                found(Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST, "attempt %s is not submitted", operation.attempt());
            } else if (!attempt.score().equals(operation.value())) {
                found(
                        Promise.WHAT_WAS_TOLD_IS_TRUE,
                        "attempt %s: told score %s, stored %s",
                        operation.attempt(),
                        operation.value(),
                        attempt.score());
            }
        }
    }

    private void startsHappenOnce() {
        Set<UUID> there = stored.attempts().stream().map(Stored.Attempt::id).collect(Collectors.toSet());
        for (Operation start : operations) {
            if (start.kind() == Kind.START && start.acknowledged() && !there.contains(start.attempt())) {
                found(Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST, "attempt %s does not exist", start.attempt());
            }
        }
        Set<UUID> known = attemptsOf(operations);
        stored.events().stream()
                .filter(event ->
                        !known.contains(event.attempt()) && !event.kind().equals("start"))
                .forEach(event ->
                        found(Promise.WHAT_WAS_TOLD_IS_TRUE, "attempt %s, known to nobody, was used", event.attempt()));
        Map<UUID, List<Stored.Event>> events =
                stored.events().stream().collect(Collectors.groupingBy(Stored.Event::attempt));
        stored.attempts().stream()
                .collect(Collectors.groupingBy(Stored.Attempt::person))
                .forEach((person, attempts) -> oneAtATime(person, attempts, events));
    }

    private static Set<UUID> attemptsOf(List<Operation> operations) {
        return operations.stream().map(Operation::attempt).collect(Collectors.toSet());
    }

    /** In the order of the log, not of the clocks: a node may be stopped between a look at its clock and the statement. */
    private void oneAtATime(UUID person, List<Stored.Attempt> attempts, Map<UUID, List<Stored.Event>> events) {
        record Span(long start, long end) {}
        List<Span> spans = attempts.stream()
                .map(attempt -> events.getOrDefault(attempt.id(), List.of()))
                .map(log -> new Span(first(log, 0, "start"), first(log, Long.MAX_VALUE, "submit", "close")))
                .sorted(Comparator.comparingLong(Span::start))
                .toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i - 1).end() > spans.get(i).start()) {
                found(Promise.NOTHING_HAPPENS_TWICE, "person %s had two open attempts at once", person);
            }
        }
    }

    private static long first(List<Stored.Event> log, long otherwise, String... kinds) {
        return ids(log, kinds).stream().mapToLong(Long::longValue).min().orElse(otherwise);
    }

    private void certificatesAreEarnedOnce() {
        Set<UUID> passed = stored.attempts().stream()
                .filter(Stored.Attempt::passed)
                .map(Stored.Attempt::person)
                .collect(Collectors.toSet());
        Set<UUID> certified = new HashSet<>();
        for (Stored.Certificate certificate : stored.certificates()) {
            if (!passed.contains(certificate.person())) {
                found(
                        Promise.WHAT_WAS_TOLD_IS_TRUE,
                        "person %s has a certificate without passing",
                        certificate.person());
            }
            if (!certified.add(certificate.enrolment())) {
                found(Promise.NOTHING_HAPPENS_TWICE, "person %s has two certificates", certificate.person());
            }
        }
    }
}
