package ua.stezhka.chaos;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What to break, for how long and before how many people.
 *
 * @param seed     the same seed gives the same faults in the same order, and the same trouble to the same requests
 * @param think    shortest and longest thinking time of a taker, in seconds
 * @param faults   what is done to the product
 * @param patience times the limits of recovery: more than one on a slow machine
 * @param setting  a line for the database, such as {@code synchronous_commit = off}, to see what the checker says to it
 * @param everyFault whether each fault is done at least once, however long it takes
 * @param work     the folder of everything that is written
 */
record Options(
        long seed,
        int seconds,
        int takers,
        double[] think,
        List<Fault> faults,
        double patience,
        String setting,
        boolean everyFault,
        Path work) {
    static Options of(String... arguments) {
        Options options = usual();
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        while (!words.isEmpty()) {
            options = options.with(words.removeFirst(), words);
        }
        return options;
    }

    static Options usual() {
        return new Options(
                System.nanoTime() & 0xffff_ffffL,
                150,
                200,
                new double[] {1, 5},
                List.of(Fault.values()),
                1,
                "",
                false,
                Path.of("target/chaos").toAbsolutePath());
    }

    private Options with(String word, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw unknown(word);
        }
        String value = rest.removeFirst();
        return switch (word) {
            case "--seed" ->
                new Options(Long.parseLong(value), seconds, takers, think, faults, patience, setting, everyFault, work);
            case "--seconds" ->
                new Options(seed, Integer.parseInt(value), takers, think, faults, patience, setting, everyFault, work);
            case "--takers" ->
                new Options(seed, seconds, Integer.parseInt(value), think, faults, patience, setting, everyFault, work);
            case "--think" ->
                new Options(seed, seconds, takers, range(value), faults, patience, setting, everyFault, work);
            case "--faults" ->
                new Options(seed, seconds, takers, think, named(value), patience, setting, everyFault, work);
            case "--patience" ->
                new Options(seed, seconds, takers, think, faults, Double.parseDouble(value), setting, everyFault, work);
            case "--setting" -> new Options(seed, seconds, takers, think, faults, patience, value, everyFault, work);
            default -> throw unknown(word);
        };
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("unknown option " + word + ", see scripts/chaos --help");
    }

    private static double[] range(String value) {
        return Arrays.stream(value.split("-")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Fault> named(String value) {
        return Arrays.stream(value.split(","))
                .filter(name -> !name.equals("none"))
                .map(name -> Fault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }
}
