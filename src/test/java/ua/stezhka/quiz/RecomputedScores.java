package ua.stezhka.quiz;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Lets the fault suite grade all attempts again from their logs. */
public final class RecomputedScores {
    private RecomputedScores() {}

    /** Attempts whose stored score is another one than their log gives, in words. */
    public static List<String> differences(String url, String user, String password) {
        Jdbi jdbi = Jdbi.create(url, user, password);
        return new ScoreAudit(jdbi, new QuizVersions(jdbi, Clock.systemUTC()))
                .differences().stream().map(Record::toString).toList();
    }
}
