package ua.stezhka.quiz;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of quizzes. */
@ConfigMapping(prefix = "stezhka.quiz")
public interface QuizConfig {
    /** The name of this node in the log of attempts. */
    @WithDefault("${HOSTNAME:node}")
    String node();

    /** How long a node waits before it looks for attempts whose time is over; {@code off} on nodes that shall close none. */
    @WithDefault("10s")
    String closingPause();

    /** When the scores of all submitted attempts are computed anew from their logs, as a cron expression; {@code off} for never. */
    @WithDefault("0 40 3 * * ?")
    String scoreCheck();
}
