package ua.stezhka.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run did and found, for people. */
final class Summary {
    private static final int MOST_FINDINGS = 30;

    private final Options options;
    private final History history;
    private final Trouble trouble;
    private final Mischief mischief;
    private final Map<Fault, List<Duration>> recoveries;

    Summary(
            Options options,
            History history,
            Trouble trouble,
            Mischief mischief,
            Map<Fault, List<Duration>> recoveries) {
        this.options = options;
        this.history = history;
        this.trouble = trouble;
        this.mischief = mischief;
        this.recoveries = recoveries;
    }

    String text(Stored stored, List<Finding> findings, double seconds) {
        StringBuilder text = new StringBuilder();
        line(text, "takers", "%d, thinking %s s, for %.0f s", options.takers(), think(), seconds);
        line(text, "operations", "%s", operations());
        line(text, "answers of the product", "%s", trouble.summary());
        line(text, "on the way", "%s", mischief.summary());
        line(text, "database", "%s", database(stored));
        recoveries.forEach((fault, times) -> line(
                text,
                fault.word(),
                "%d times, whole again after %.1f s at most",
                times.size(),
                times.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0));
        line(
                text,
                "slowest refusal",
                "%.1f s while the database was away (limit 5)",
                trouble.slowestRefusalMillis() / 1e3);
        line(
                text,
                "seen by people",
                "%.2f %% of operations not done within 10 s, %.2f %% sent more than once, longest %.1f s",
                100 * history.shareSeen(),
                100 * history.shareRepeated(),
                history.longest().toMillis() / 1e3);
        line(
                text,
                "lost acknowledged",
                "%d (must be 0)",
                count(findings, Finding.Promise.NO_ACKNOWLEDGED_ANSWER_IS_LOST));
        line(text, "duplicate effects", "%d (must be 0)", count(findings, Finding.Promise.NOTHING_HAPPENS_TWICE));
        line(text, "findings", "%d (must be 0)", findings.size());
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> text.append("  ").append(finding).append('\n'));
        line(text, "the same again", "%s", again());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... parts) {
        text.append(String.format(Locale.ROOT, "%-24s", name))
                .append(String.format(Locale.ROOT, format, parts))
                .append('\n');
    }

    private String think() {
        return options.think()[0] + "-" + options.think()[1];
    }

    private String again() {
        return "scripts/chaos --seed " + options.seed() + " --seconds " + options.seconds() + " --takers "
                + options.takers() + " --think " + think()
                + (options.faults().size() == Fault.values().length
                        ? ""
                        : " --faults "
                                + options.faults().stream().map(Fault::word).collect(Collectors.joining(",")));
    }

    private String operations() {
        return Arrays.stream(Operation.Kind.values())
                .map(kind -> history.all().stream()
                                .filter(operation -> operation.kind() == kind)
                                .count()
                        + " " + kind.name().toLowerCase(Locale.ROOT) + " ("
                        + Arrays.stream(Operation.Outcome.values())
                                .map(outcome -> history.all().stream()
                                        .filter(operation -> operation.kind() == kind && operation.outcome() == outcome)
                                        .count())
                                .map(String::valueOf)
                                .collect(Collectors.joining("/"))
                        + ")")
                .collect(Collectors.joining(", ", "", "; acknowledged/stale/refused/unknown"));
    }

    private String database(Stored stored) {
        return "%d attempts, %d submitted, %d lines of log, %d certificates, %d begun by a late request"
                .formatted(
                        stored.attempts().size(),
                        stored.attempts().stream()
                                .filter(Stored.Attempt::submitted)
                                .count(),
                        stored.events().size(),
                        stored.certificates().size(),
                        Checker.lateStarts(history.all(), stored));
    }

    private static long count(List<Finding> findings, Finding.Promise promise) {
        return findings.stream().filter(finding -> finding.promise() == promise).count();
    }
}
