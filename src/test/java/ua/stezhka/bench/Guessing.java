package ua.stezhka.bench;

import java.util.Arrays;
import java.util.Map;

/**
 * Whether the time of a refused sign-in tells that there is such a person: wrong passwords of known names and of unknown ones in turns.
 * The medians may differ by a tenth (S-06, ASVS 5.0, 6.3.8).
 *
 * @param knownMillis   median of known names
 * @param unknownMillis median of names that nobody has
 */
record Guessing(double knownMillis, double unknownMillis) {
    private static final int SAMPLES = 100;

    /** Tries each name once, so that nobody has to wait. */
    static Guessing at(int port, int firstLearner) {
        double[] known = new double[SAMPLES];
        double[] unknown = new double[SAMPLES];
        try (Http http = new Http(port, false)) {
            for (int i = 0; i < SAMPLES; i++) {
                known[i] = refused(http, Crowd.login(firstLearner + i));
                unknown[i] = refused(http, "nobody-" + i);
            }
        }
        return new Guessing(median(known), median(unknown));
    }

    private static double refused(Http http, String login) {
        http.cookies().clear();
        long begun = System.nanoTime();
        http.post("/sign-in", Map.of("login", login, "password", "not the password of anybody"))
                .expect(422);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** How far apart the medians are, as a share of the smaller. */
    double apart() {
        return Math.abs(knownMillis - unknownMillis) / Math.min(knownMillis, unknownMillis);
    }
}
