package ua.stezhka.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import ua.stezhka.bench.Load.Taken;

/** What the rounds of a row gave; what is told of them is the median. */
final class Result {
    private final Row row;
    private final List<Taken> rounds = new ArrayList<>();
    private final List<Double> raw = new ArrayList<>();
    private double statements;

    Result(Row row) {
        this.row = row;
    }

    void add(Taken taken, double rawMillis) {
        rounds.add(taken);
        raw.add(rawMillis);
    }

    void statements(double count) {
        statements = count;
    }

    double statements() {
        return statements;
    }

    Row row() {
        return row;
    }

    double of(ToDoubleFunction<Taken> value) {
        return median(rounds.stream().mapToDouble(value).boxed().toList());
    }

    double cpuMillis() {
        return of(Taken::cpuMillis);
    }

    double rawMillis() {
        return median(raw);
    }

    /** The processor time of doing nothing as often, and of the statements alone. */
    double limitMillis(double emptyMillis) {
        return row.requests() * emptyMillis + rawMillis();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }
}
