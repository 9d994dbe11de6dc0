package ua.stezhka.quiz;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import ua.stezhka.platform.Faults;
import ua.stezhka.platform.Ids;
import ua.stezhka.platform.Texts;

/** What the page of one attempt shows to staff. */
@Singleton
class StaffAttempts {
    private final QuizViews views;
    private final AttemptReader reader;
    private final QuizTimes times;

    StaffAttempts(QuizViews views, AttemptReader reader, QuizTimes times) {
        this.views = views;
        this.reader = reader;
        this.times = times;
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
                views.log(owner.personId(), attempt, locale).without(Texts.get(locale, "quiz.ownWords")),
                times.end(reader.whole(owner.personId(), attempt)),
                Ids.next(),
                typed,
                faults,
                note,
                givesTime);
    }
}
