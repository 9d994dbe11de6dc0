package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import ua.stezhka.account.Option;
import ua.stezhka.platform.Faults;

/**
 * The choice of a role and of where it holds.
 *
 * @param role    the key of the chosen role, empty for none yet
 * @param kind    the key of the kind of scope
 * @param scopeId what was typed as the number of the cohort, class …
 */
public record RoleGrantForm(
        PersonAccount person,
        String role,
        String kind,
        String scopeId,
        List<Option> roles,
        List<Option> kinds,
        Faults faults) {
    static RoleGrantForm of(
            PersonAccount person, String role, String kind, String scopeId, Faults faults, Locale locale) {
        return new RoleGrantForm(person, role, kind, scopeId, RoleWords.roles(locale), RoleWords.kinds(locale), faults);
    }
}
