package ua.stezhka.people;

import java.util.List;
import ua.stezhka.account.Option;
import ua.stezhka.platform.PageOf;

/** The administrator's list of people. */
public record PeopleView(PeopleFilter filter, List<Option> roles, PageOf<PersonRow> people) {
    /** The address of other pages of the list, up to their number. */
    public String address() {
        return "/administration/people?" + filter.query();
    }

    /** Where this list is exported. */
    public String exportAddress() {
        return "/administration/export?" + filter.query();
    }
}
