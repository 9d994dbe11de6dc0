package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.util.UUID;
import ua.stezhka.account.Minors;
import ua.stezhka.account.PasswordCheck;
import ua.stezhka.people.People;
import ua.stezhka.platform.Faults;

/** Puts what is known of a person’s requests into the words of the administrator’s page. */
@Singleton
class PersonDataViews {
    private final People people;
    private final Minors minors;
    private final ConsentViews consents;
    private final DataViews data;
    private final PasswordCheck check;

    PersonDataViews(People people, Minors minors, ConsentViews consents, DataViews data, PasswordCheck check) {
        this.people = people;
        this.minors = minors;
        this.consents = consents;
        this.data = data;
        this.check = check;
    }

    /** Whether there is such a registered person. */
    boolean known(UUID personId) {
        return people.name(personId).isPresent();
    }

    PersonDataView of(UUID personId, UUID staffId, PersonDataView.Typed typed, Faults faults) {
        return new PersonDataView(
                personId.toString(),
                people.name(personId).orElse(""),
                minors.birthYear(personId)
                        .filter(minors::underage)
                        .map(String::valueOf)
                        .orElse(""),
                consents.of(personId, false).guardians(),
                data.of(personId),
                data.openErasure(personId),
                data.waiting(personId, staffId),
                check.hasPassword(staffId),
                typed,
                faults);
    }
}
