package ua.stezhka.desk;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ua.stezhka.platform.Faults;

/** The PIN of an access card: four to six digits that are not the ones everybody tries first. */
final class Pin {
    private static final int MADE_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("\\d{4,6}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Pin() {}

    /**
     * A new PIN of six digits.
     *
     * @param random a cryptographically strong generator
     */
    static String next(RandomGenerator random) {
        while (true) {
            StringBuilder digits = new StringBuilder(MADE_LENGTH);
            for (int i = 0; i < MADE_LENGTH; i++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            if (!easy(digits.toString())) {
                return digits.toString();
            }
        }
    }

    /** The digits of what was typed: spaces between them make no difference. */
    static String clean(String typed) {
        return typed.replaceAll("[\\s\\u00a0-]", "");
    }

    static void check(String field, String pin, Faults faults) {
        if (!FORM.matcher(pin).matches()) {
            faults.add(field, "account.pin_malformed");
        } else if (easy(pin)) {
            faults.add(field, "account.pin_easy");
        }
    }

    /** Two different digits at most, a row up or down, or a year. */
    private static boolean easy(String pin) {
        boolean up = IntStream.range(1, pin.length()).allMatch(i -> pin.charAt(i) - pin.charAt(i - 1) == 1);
        boolean down = IntStream.range(1, pin.length()).allMatch(i -> pin.charAt(i) - pin.charAt(i - 1) == -1);
        return pin.chars().distinct().count() < 3
                || up
                || down
                || YEAR.matcher(pin).matches();
    }
}
