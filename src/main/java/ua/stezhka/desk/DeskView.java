package ua.stezhka.desk;

import java.util.List;
import ua.stezhka.platform.Faults;

/**
 * The desk: find a person by the card, or among the records of this place.
 *
 * @param places  where the helper may help, in words
 * @param people  records of these places
 * @param find    a part of the name that is looked for
 * @param code    the code of a card as typed
 */
public record DeskView(String places, List<Row> people, String find, String code, Faults faults) {
    /**
     * One record.
     *
     * @param born  the year of birth, or empty
     * @param place the name of the place, or empty for everywhere
     */
    public record Row(String id, String name, String born, String place) {}
}
