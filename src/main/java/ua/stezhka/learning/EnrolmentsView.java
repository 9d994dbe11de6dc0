package ua.stezhka.learning;

import java.util.Optional;
import java.util.UUID;
import ua.stezhka.platform.PageOf;

/**
 * The administrator's list of enrolments or of completions.
 *
 * @param person     whose enrolments only, if any
 * @param personName that person's name, empty when all are shown
 */
public record EnrolmentsView(
        boolean completedOnly, Optional<UUID> person, String personName, PageOf<EnrolmentRow> enrolments) {
    /** The address of other pages of the list, up to their number. */
    public String address() {
        String list = completedOnly ? "/administration/completions?" : "/administration/enrolments?";
        return list + person.map(id -> "person=" + id + '&').orElse("");
    }
}
