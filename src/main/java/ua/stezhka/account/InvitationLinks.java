package ua.stezhka.account;

import java.util.List;

/** Links to hand over, shown this once. */
public record InvitationLinks(List<Row> rows) {
    /** Whom it is for, with which roles, and the link. */
    public record Row(String name, String roles, String link) {}
}
