package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Dates;
import ua.stezhka.platform.PlatformConfig;

/** Limits and ends of attempts as people read them. */
@Singleton
class QuizTimes {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    private final Turns turns;
    private final Accommodations accommodations;
    private final Clock clock;
    private final ZoneId zone;

    QuizTimes(Turns turns, Accommodations accommodations, Clock clock, PlatformConfig config) {
        this.turns = turns;
        this.accommodations = accommodations;
        this.clock = clock;
        this.zone = config.zone();
    }

    /** When an open attempt ends; null when there is no limit. */
    @Nullable
    AttemptEndView end(AttemptSheet sheet) {
        Instant deadline = sheet.deadline();
        if (deadline == null) {
            return null;
        }
        Instant now = clock.instant();
        return new AttemptEndView(sheet.id(), deadline, now, at(deadline, now), !now.isBefore(deadline));
    }

    AttemptClock clock(AttemptReader.Until until) {
        Instant deadline = until.deadline();
        Instant now = clock.instant();
        return new AttemptClock(until.open(), deadline, deadline == null ? "" : at(deadline, now), now);
    }

    /** When the time of an attempt was over; empty when its person submitted it. */
    String timedOut(AttemptSheet sheet) {
        Instant deadline = sheet.deadline();
        return deadline != null && sheet.timedOut() ? at(deadline, clock.instant()) : "";
    }

    /** From when the next attempt is possible; empty for now. */
    String from(UUID personId, QuizVersion quiz) {
        return quiz.terms().limitAttempts()
                ? Dates.dateTime(
                        turns.expect(personId, quiz, clock.instant()).from().orElse(null), zone)
                : "";
    }

    /**
     * What a quiz limits; null when there is no limit.
     *
     * @param personId null for somebody who is not known yet
     * @param open     whether an attempt is open
     */
    BeforeView.@Nullable Limits limits(@Nullable UUID personId, QuizVersion quiz, boolean open) {
        Terms terms = quiz.terms();
        if (!terms.limitAttempts() && !terms.limitTime()) {
            return null;
        }
        Turns.Expectation expected = turns.expect(personId, quiz, clock.instant());
        Optional<Accommodations.Given> more =
                personId == null || !terms.limitTime() ? Optional.empty() : accommodations.given(personId);
        return new BeforeView.Limits(
                terms.attempts(),
                terms.attemptsDays(),
                expected.left().orElse(0),
                terms.waitHours(),
                open ? "" : Dates.dateTime(expected.from().orElse(null), zone),
                terms.limitMinutes(),
                Math.toIntExact(expected.minutes().orElse(0L)),
                more.map(given -> given.allowance().word()).orElse("usual"),
                terms.limitTime()
                        && !open
                        && more.map(Accommodations.Given::chosenByPerson).orElse(true));
    }

    private String at(Instant instant, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? TIME_OF_DAY.format(instant.atZone(zone)) : Dates.dateTime(instant, zone);
    }
}
