package ua.stezhka.people;

import java.util.List;

/**
 * One person of a list that is to be imported.
 *
 * @param number the line, as a spreadsheet numbers it
 * @param roles  in words; empty for a learner
 * @param cures  what to do about this line; empty when it is right
 * @param note   what to look at once more, though it is no mistake; empty for nothing
 */
public record ImportRow(
        int number, String name, String loginName, String email, String roles, List<String> cures, String note) {
    public boolean right() {
        return cures.isEmpty();
    }
}
