package ua.stezhka.people;

import java.util.List;

/** A list as it was understood: who would be invited, and what is wrong with which line. */
record PeopleImport(List<NewInvitation> people, List<ImportRow> rows) {
    boolean right() {
        return rows.stream().allMatch(ImportRow::right);
    }
}
