package ua.stezhka.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries of the audit trail are looked for.
 *
 * @param action module and deed; empty for all
 * @param find   a person, as people are looked for; empty for all
 * @param person one person, by the link from their page
 * @param from   the first day, as 2026-11-25; empty for all
 * @param to     the last day; empty for all
 * @param before entries older than this number only; 0 for the newest
 */
public record AuditFilter(String action, String find, Optional<UUID> person, String from, String to, long before) {
    Optional<LocalDate> firstDay() {
        return day(from);
    }

    Optional<LocalDate> lastDay() {
        return day(to);
    }

    boolean ofSomebody() {
        return person.isPresent() || !PeopleFilter.of(find).words().isEmpty();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** As the query of an address, up to and with the last «&». */
    String query() {
        return "action=" + encode(action) + "&find=" + encode(find)
                + person.map(id -> "&person=" + id).orElse("") + "&from=" + encode(from) + "&to=" + encode(to) + '&';
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
