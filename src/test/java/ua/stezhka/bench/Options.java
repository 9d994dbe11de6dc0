package ua.stezhka.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How long and what to measure.
 *
 * @param rows        names of rows; empty for all
 * @param seconds     seconds a row and round
 * @param warmTurns   turns of a row after which the product counts as warm
 * @param profile     instead of the limits, write a recording of the JDK's flight recorder for each row
 * @param crowd       instead of most rows, let this many people take a quiz at once; 0 for none
 */
record Options(List<String> rows, double seconds, int rounds, int warmTurns, boolean profile, int crowd) {
    private static final int CROWD = 2000;

    static Options of(String... arguments) {
        Options options = new Options(List.of(), 3, 3, 8000, false, 0);
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            options = switch (word) {
                case "--quick" -> new Options(options.rows, 1, 1, 2500, options.profile, options.crowd);
                case "--rows" -> options.with(List.of(words.removeFirst().split(",")));
                case "--seconds" -> options.lasting(Double.parseDouble(words.removeFirst()));
                case "--profile" ->
                    new Options(options.rows, options.seconds, options.rounds, options.warmTurns, true, 0);
                case "--load" -> new Options(List.of(Row.SAVE), options.seconds, 1, options.warmTurns, false, CROWD);
                case "--takers" ->
                    new Options(
                            options.rows,
                            options.seconds,
                            1,
                            options.warmTurns,
                            false,
                            Integer.parseInt(words.removeFirst()));
                default -> throw new IllegalArgumentException("unknown option " + word + ", see scripts/bench --help");
            };
        }
        return options;
    }

    private Options with(List<String> chosen) {
        return new Options(chosen, seconds, rounds, warmTurns, profile, crowd);
    }

    private Options lasting(double chosen) {
        return new Options(rows, chosen, rounds, warmTurns, profile, crowd);
    }

    boolean wants(Row row) {
        return rows.isEmpty()
                || rows.contains(row.name())
                || row.name().equals(Row.EMPTY)
                || row.name().equals(Row.ROUTE);
    }
}
