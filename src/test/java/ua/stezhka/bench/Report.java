package ua.stezhka.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.bench.Load.Taken;

/** The table that people read and the JSON that programs read. */
final class Report {
    private static final double MOST_TIMES_THE_LIMIT = 3;
    private static final String HEAD = "%-28s %8s %8s %8s %9s %9s %9s %5s %9s %7s %8s %8s %8s %5s%n";
    private static final String LINE = "%-28s %8.1f %8.2f %8.2f %9.3f %9.3f %9.3f %5.1f %9s %7s %8s %8s %8s %5s%n";

    private final List<Result> results;
    private final Map<String, String> machine;
    private final Map<String, Map<String, Double>> saves = new LinkedHashMap<>();
    private @Nullable Guessing guessing;
    private final double live;
    private final double route;

    Report(List<Result> results, Map<String, String> machine) {
        this.results = results;
        this.machine = machine;
        this.live = of(results, Row.EMPTY);
        this.route = of(results, Row.ROUTE);
    }

    private static double of(List<Result> results, String name) {
        return results.stream()
                .filter(result -> result.row().name().equals(name))
                .findFirst()
                .orElseThrow()
                .cpuMillis();
    }

    /** A stranger’s page may be answered where the live check is; whoever is signed in passes the routing, filters and the token check. */
    private double limit(Result result) {
        return result.limitMillis(result.row().byStrangers() ? live : route);
    }

    void guessing(Guessing measured) {
        guessing = measured;
    }

    void saves(Taken calm, Taken busy) {
        saves.put("saves alone", times(calm));
        saves.put("saves during the wave", times(busy));
    }

    void wave(Taken wave) {
        saves.put("the wave of sign-ins", times(wave));
    }

    private static Map<String, Double> times(Taken taken) {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("perSecond", taken.rate());
        times.put("p50Millis", taken.percentileMillis(0.5));
        times.put("p95Millis", taken.percentileMillis(0.95));
        times.put("p99Millis", taken.percentileMillis(0.99));
        return times;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        machine.forEach((name, value) -> table.append("%-12s %s%n".formatted(name, value)));
        table.append(
                "%nCPU: milliseconds of processor a turn, program and all database processes together%n".formatted());
        table.append(HEAD.formatted(
                "",
                "turns/s",
                "p50 ms",
                "p99 ms",
                "CPU ms",
                "of it DB",
                "JIT",
                "SQL",
                "limit ms",
                "times",
                "of live",
                "peer ms",
                "less",
                "goal"));
        results.forEach(result -> table.append(line(result)));
        table.append(
                "limit: an empty endpoint as often (for people: the smallest route; for strangers: the live check) + the same statements by the same driver in a process of their own%n"
                        .formatted());
        table.append(
                "times: our CPU / limit, at most 3; of live: the same with the live check for everybody; less: peer / our CPU, goal 200 a page, 50 a save, 100 an attempt%n"
                        .formatted());
        saves.forEach((name, times) -> table.append("%-28s %8.1f/s   p50 %.2f   p95 %.2f   p99 %.2f ms%n"
                .formatted(
                        name,
                        times.get("perSecond"),
                        times.get("p50Millis"),
                        times.get("p95Millis"),
                        times.get("p99Millis"))));
        if (guessing != null) {
            table.append(
                    "a refused sign-in             known name p50 %.1f ms, unknown name p50 %.1f ms: %.1f %% apart, at most 10%n"
                            .formatted(guessing.knownMillis(), guessing.unknownMillis(), 100 * guessing.apart()));
        }
        return table.toString();
    }

    private String line(Result result) {
        Row row = result.row();
        double times = times(result);
        return LINE.formatted(
                row.title(),
                result.of(Taken::rate),
                result.of(taken -> taken.percentileMillis(0.5)),
                result.of(taken -> taken.percentileMillis(0.99)),
                result.cpuMillis(),
                result.of(Taken::databaseMillis),
                result.of(Taken::compilerMillis),
                result.statements(),
                number("%.3f", limit(result)),
                number("%.2f", times) + (times > MOST_TIMES_THE_LIMIT ? "!" : ""),
                number("%.2f", result.cpuMillis() / result.limitMillis(live)),
                row.peerMillis().isPresent() ? number("%.0f", row.peerMillis().getAsDouble()) : "",
                row.peerMillis().isPresent() ? number("%.0f", less(result)) : "",
                reached(result) == null ? "" : Boolean.TRUE.equals(reached(result)) ? "yes" : "NO");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private double times(Result result) {
        return result.cpuMillis() / limit(result);
    }

    private static double less(Result result) {
        return result.row().peerMillis().orElse(0) / result.cpuMillis();
    }

    private static @Nullable Boolean reached(Result result) {
        return result.row().goal().isPresent()
                ? less(result) >= result.row().goal().getAsDouble()
                : null;
    }

    String json() throws JsonProcessingException {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("machine", machine);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(result)));
        whole.put("rows", rows);
        whole.put("savesAndSignIns", saves);
        whole.put("refusedSignIns", guessing);
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    private Map<String, @Nullable Object> row(Result result) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", result.row().name());
        row.put("title", result.row().title());
        row.put("turnsPerSecond", result.of(Taken::rate));
        row.put("p50Millis", result.of(taken -> taken.percentileMillis(0.5)));
        row.put("p99Millis", result.of(taken -> taken.percentileMillis(0.99)));
        row.put("cpuMillis", result.cpuMillis());
        row.put("databaseCpuMillis", result.of(Taken::databaseMillis));
        row.put("compilerCpuMillis", result.of(Taken::compilerMillis));
        row.put("requests", result.row().requests());
        row.put("statements", result.statements());
        row.put("rawCpuMillis", result.rawMillis());
        row.put("limitMillis", limit(result));
        row.put("timesTheLimit", times(result));
        row.put("timesTheLiveCheck", result.cpuMillis() / result.limitMillis(live));
        row.put(
                "peerCpuMillis",
                result.row().peerMillis().isPresent()
                        ? result.row().peerMillis().getAsDouble()
                        : null);
        row.put("timesLessThanPeer", result.row().peerMillis().isPresent() ? less(result) : null);
        row.put("goal", result.row().goal().isPresent() ? result.row().goal().getAsDouble() : null);
        row.put("goalReached", reached(result));
        return row;
    }
}
