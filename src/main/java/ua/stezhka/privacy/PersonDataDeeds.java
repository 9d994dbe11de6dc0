package ua.stezhka.privacy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.stezhka.account.LoginName;
import ua.stezhka.account.Minors;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.PlatformConfig;

/** What administrators do about the data of people who came in person. */
@Singleton
class PersonDataDeeds {
    private static final Set<String> GIVERS = Set.of("guardian", "school");
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 200;

    private final DataExports exports;
    private final ErasureRequests erasures;
    private final Minors minors;
    private final Clock clock;
    private final PlatformConfig config;

    PersonDataDeeds(DataExports exports, ErasureRequests erasures, Minors minors, Clock clock, PlatformConfig config) {
        this.exports = exports;
        this.erasures = erasures;
        this.minors = minors;
        this.clock = clock;
        this.config = config;
    }

    static Faults reasonFaults(String reason, Faults faults) {
        if (reason.isBlank()) {
            faults.add("reason", "account.reason_missing");
        } else if (reason.strip().length() > LONGEST_REASON) {
            faults.add("reason", "account.text_too_long");
        }
        return faults;
    }

    Faults consentFaults(String giver, String name, String givenOn, Faults faults) {
        if (!GIVERS.contains(giver)) {
            faults.add("giver", "account.giver_missing");
        }
        int length = LoginName.clean(name).length();
        if (length < 2 || length > LONGEST_NAME) {
            faults.add("giverName", "account.giver_name_missing");
        }
        if (date(givenOn).isEmpty()) {
            faults.add("givenOn", "account.date_missing");
        }
        return faults;
    }

    void export(UUID personId, String reason, UUID keeperId, DataExports.Wish wish) {
        exports.make(new DataRequests.Asked(personId, "desk", reason.strip()), keeperId, wish);
    }

    /** Signs the person out everywhere: a session that does not exist is the one that stays. */
    void erase(UUID personId, String reason, boolean keep) {
        erasures.ask(new DataRequests.Asked(personId, "desk", reason.strip()), keep, Ids.next());
    }

    void cancel(UUID personId) {
        erasures.cancel(personId);
    }

    void consent(UUID personId, String giver, String name, String givenOn, UUID staffId) {
        minors.note(
                personId,
                new Minors.Consent(giver, LoginName.clean(name), date(givenOn).orElseThrow()),
                staffId);
    }

    void withdrawConsent(UUID personId) {
        minors.withdraw(personId);
    }

    /** A day that has been already. */
    private Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text.strip());
            LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
            return date.isAfter(today) || date.getYear() < 2000 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
