package ua.stezhka.platform;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param rows   the rows of this page
 * @param number 1, 2, 3 …
 * @param total  rows on all pages
 * @param size   rows on a full page
 */
public record PageOf<T>(List<T> rows, int number, int total, int size) {
    public static final int SIZE = 50;

    /** The page number of a request: what is not a sensible number is the first page. */
    public static int number(int asked) {
        return Math.clamp(asked, 1, 1_000_000);
    }

    /** How many rows stand before the page with this number. */
    public static int offset(int number) {
        return (number - 1) * SIZE;
    }

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }

    public int previous() {
        return number - 1;
    }

    public int next() {
        return number + 1;
    }
}
