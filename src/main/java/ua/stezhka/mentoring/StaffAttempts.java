package ua.stezhka.mentoring;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Texts;
import ua.stezhka.quiz.AttemptLogs;

/** What the page of one attempt shows to staff. */
@Singleton
class StaffAttempts {
    private final AttemptLogs logs;

    StaffAttempts(AttemptLogs logs) {
        this.logs = logs;
    }

    StaffAttemptView view(
            AttemptLists.Owner owner,
            UUID attempt,
            String typed,
            Faults faults,
            String note,
            boolean givesTime,
            Locale locale) {
        return new StaffAttemptView(
                owner.personId(),
                owner.name(),
                logs.of(owner.personId(), attempt, locale).without(Texts.get(locale, "quiz.ownWords")),
                logs.end(owner.personId(), attempt),
                Ids.next(),
                typed,
                faults,
                note,
                givesTime);
    }
}
