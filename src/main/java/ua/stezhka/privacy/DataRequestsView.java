package ua.stezhka.privacy;

import java.util.List;
import ua.stezhka.people.PersonRow;
import ua.stezhka.platform.PageOf;

/**
 * What people asked about their data, for those who answer.
 *
 * @param find   the name that was looked for
 * @param people who was found; empty when nobody was looked for
 */
public record DataRequestsView(String find, List<PersonRow> people, PageOf<DataView.RequestRow> requests) {
    /** The address of other pages of the list, up to their number. */
    public String address() {
        return "/administration/data-requests?";
    }
}
