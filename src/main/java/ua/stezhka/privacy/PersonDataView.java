package ua.stezhka.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Faults;

/**
 * What an administrator can do about the data of one person who came in person.
 *
 * @param birthYear of somebody under 18, or empty
 * @param erasure   the open request to be erased, or null
 * @param waiting   the copy made for this administrator, or null
 * @param typed     what was typed into it
 */
public record PersonDataView(
        String personId,
        String name,
        String birthYear,
        List<ConsentsView.Guardian> guardians,
        List<DataView.RequestRow> requests,
        DataView.@Nullable RequestRow erasure,
        DataView.@Nullable Waiting waiting,
        boolean askPassword,
        Typed typed,
        Faults faults) {
    /** What an administrator typed. */
    public record Typed(String reason, String certificates, String giver, String giverName, String givenOn) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /** The address of the person’s page. */
    public String address() {
        return "/administration/data-requests/people/" + personId;
    }
}
