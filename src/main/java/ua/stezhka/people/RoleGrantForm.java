package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import ua.stezhka.account.Option;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.Faults;

/**
 * The choice of a role and of where it holds.
 *
 * @param role    the key of the chosen role, empty for none yet
 * @param kind    the key of the scope: everywhere, or a place
 * @param scopeId what a program sent as the number of the cohort, class …; the page itself offers names
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
            PersonAccount person,
            String role,
            String kind,
            String scopeId,
            Faults faults,
            Community community,
            Locale locale) {
        List<Option> kinds = RoleWords.scopes(kind, community, locale);
        return new RoleGrantForm(person, role, kind, scopeId, RoleWords.roles(locale), kinds, faults);
    }
}
