package ua.stezhka.account;

import java.util.List;

/**
 * A table in which something of a person stands. In the statements {@code <people>} and {@code <actors>} are the lists of a
 * {@link Subject}; those of the erasure may also use {@code :now} and {@code :keep}, whether certificates stay without a name.
 *
 * @param name   schema and table
 * @param text   key of the sentence that tells people what this is
 * @param export selects the person's rows as the person may read them; the archive shows the columns by their names
 * @param erase  the statements after which nothing here leads to the person; none when another table's statement does it
 */
public record PersonTable(String name, String text, String export, List<String> erase) {
    public PersonTable {
        erase = List.copyOf(erase);
    }

    /** A table of a module, whose file in the archive is named after it. */
    public static PersonTable of(String name, String text, String export, String... erase) {
        return new PersonTable(name, text, export, List.of(erase));
    }
}
