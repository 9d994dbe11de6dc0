package ua.stezhka.people;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ua.stezhka.account.AuditNote;
import ua.stezhka.account.AuditTrail;
import ua.stezhka.platform.CsvFile;
import ua.stezhka.platform.Texts;

/** Writes the list of people as a file, and notes that it was taken. */
@Singleton
class PeopleExports {
    private final People people;
    private final AuditTrail audit;

    PeopleExports(People people, AuditTrail audit) {
        this.people = people;
        this.audit = audit;
    }

    @Transactional
    byte[] write(PeopleFilter filter, Locale locale, UUID by) {
        CsvFile file = new CsvFile(List.of(
                Texts.get(locale, "account.columnName"),
                Texts.get(locale, "account.columnRole"),
                Texts.get(locale, "account.columnRegistered"),
                Texts.get(locale, "account.columnSeen"),
                Texts.get(locale, "account.columnState")));
        int[] number = {0};
        people.each(filter, locale, row -> {
            number[0]++;
            file.add(List.of(row.name(), row.roles(), row.registeredOn(), row.seenAt(), state(row.blocked(), locale)));
        });
        audit.note(AuditNote.of("account.people_exported").by(by).with("number", Integer.toString(number[0])));
        return file.bytes();
    }

    private static String state(boolean blocked, Locale locale) {
        return blocked ? Texts.get(locale, "account.stateBlocked") : Texts.get(locale, "account.stateActive");
    }
}
