package ua.stezhka.people;

import java.util.List;

/**
 * Links to hand over, shown this once.
 *
 * @param letters how many go by letter, too
 */
public record InvitationLinks(List<Row> rows, int letters) {
    /** Whom it is for, with which roles, and the link. */
    public record Row(String name, String roles, String link) {}
}
