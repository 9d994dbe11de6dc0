package ua.stezhka.question;

import java.util.Arrays;

/**
 * Slips of the pen. How far two spellings are apart is counted in letters that are added, left out, exchanged for another or
 * swapped with their neighbour: the Damerau–Levenshtein distance by optimal string alignment (F. J. Damerau, Communications of the
 * ACM 7, 1964, p. 171; V. I. Levenshtein, Soviet Physics Doklady 10, 1966, p. 707), in which no part of a word is changed twice.
 */
final class Spelling {
    private static final int SHORTEST_FOR_ONE = 5;
    private static final int SHORTEST_FOR_TWO = 10;

    private Spelling() {}

    /** How many slips a word of so many letters bears: in a short word one letter makes another word. */
    static int slipsIn(int letters) {
        return letters < SHORTEST_FOR_ONE ? 0 : letters < SHORTEST_FOR_TWO ? 1 : 2;
    }

    /**
     * How many slips lead from one spelling to the other.
     *
     * @param most what is further apart is not counted
     * @return at most {@code most + 1}, which says: further apart
     */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + cost(one, i, other, j));
                if (swapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[other.length()], most + 1);
    }

    private static int cost(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
