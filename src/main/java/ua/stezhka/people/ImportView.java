package ua.stezhka.people;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Option;
import ua.stezhka.platform.Faults;

/**
 * The page that imports a list of people.
 *
 * @param rows  what was understood; empty before a file is there
 * @param draft names the list that may be confirmed; null while something is wrong
 * @param roles  the keys of roles, for those who fill in the table
 * @param places the keys of places, for the same
 */
public record ImportView(
        List<ImportRow> rows, @Nullable UUID draft, List<Option> roles, List<Option> places, Faults faults) {
    public boolean looked() {
        return !rows.isEmpty();
    }

    /** The columns of a list, in the order of the sample. */
    public List<String> columns() {
        return PeopleFile.COLUMNS;
    }

    public int wrong() {
        return (int) rows.stream().filter(row -> !row.right()).count();
    }

    /** Lines at fault first: a list of 500 is not read to its end. */
    public List<ImportRow> sorted() {
        return rows.stream().sorted(Comparator.comparing(ImportRow::right)).toList();
    }
}
