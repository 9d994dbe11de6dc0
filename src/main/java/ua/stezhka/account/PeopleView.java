package ua.stezhka.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ua.stezhka.platform.PageOf;

/** The administrator's list of people. */
public record PeopleView(String find, PageOf<PersonRow> people) {
    /** The address of other pages of the list, up to their number. */
    public String address() {
        return "/administration/people?find=" + URLEncoder.encode(find, StandardCharsets.UTF_8) + '&';
    }
}
