package ua.stezhka.desk;

import java.util.List;
import ua.stezhka.platform.Faults;

/**
 * The form of a short record.
 *
 * @param person    an identifier made with the form, so that a second press is known as one
 * @param place     the chosen place
 * @param places    the places to choose from
 * @param pin       the PIN that will be printed
 * @param consented whether the person has agreed aloud
 */
public record NewRecordForm(
        String person,
        String name,
        String born,
        String place,
        List<Place> places,
        String pin,
        boolean consented,
        Faults faults) {
    /** A place in which the helper may help; the key is what the form sends. */
    public record Place(String key, String name) {}
}
