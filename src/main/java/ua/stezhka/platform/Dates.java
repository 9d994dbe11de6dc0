package ua.stezhka.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as people write them. */
public final class Dates {
    private Dates() {}

    /** Such as 23 листопада 2026 року. */
    public static String longDate(LocalDate date, Locale locale) {
        String pattern = locale.getLanguage().equals("uk") ? "d MMMM y 'року'" : "d MMMM y";
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    /** Such as 23 листопада 2026 року, in the zone of the community. */
    public static String longDate(Instant instant, ZoneId zone, Locale locale) {
        return longDate(instant.atZone(zone).toLocalDate(), locale);
    }

    /** Such as 23 листопада 2026 року, 14:05, for a sentence; empty for nothing. */
    public static String longDateTime(@Nullable Instant instant, ZoneId zone, Locale locale) {
        return instant == null
                ? ""
                : longDate(instant, zone, locale)
                        + DateTimeFormatter.ofPattern(", HH:mm").format(instant.atZone(zone));
    }

    /** Such as 23.11.2026, 14:05, for a table; empty for nothing. */
    public static String dateTime(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm").format(instant.atZone(zone));
    }

    /** Such as 23.11.2026, for a table; empty for nothing. */
    public static String date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : DateTimeFormatter.ofPattern("dd.MM.yyyy").format(instant.atZone(zone));
    }
}
