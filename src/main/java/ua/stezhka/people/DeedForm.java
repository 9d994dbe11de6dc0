package ua.stezhka.people;

import java.util.Locale;
import ua.stezhka.platform.Texts;

/**
 * A page that asks once more before something is done to a person.
 *
 * @param what   what is to be done, in a few words more: a role; empty when the title says it all
 * @param action where the form goes
 */
public record DeedForm(PersonAccount person, String title, String note, String button, String what, String action) {
    /** Whether something is taken from the person; to unblock gives. */
    public boolean danger() {
        return !action.endsWith("/block/end");
    }

    static DeedForm of(String deed, PersonAccount person, String path, Locale locale) {
        return new DeedForm(
                person,
                Texts.get(locale, "people.deed_" + deed + "_title"),
                Texts.get(locale, "people.deed_" + deed + "_note"),
                Texts.get(locale, "people.deed_" + deed + "_button"),
                "",
                person.address() + '/' + path);
    }

    DeedForm with(String detail) {
        return new DeedForm(person, title, note, button, detail, action);
    }
}
