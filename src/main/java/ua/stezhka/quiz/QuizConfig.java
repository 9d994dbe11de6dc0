package ua.stezhka.quiz;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of quizzes. */
@ConfigMapping(prefix = "stezhka.quiz")
public interface QuizConfig {
    /** The name of this node in the log of attempts. */
    @WithDefault("${HOSTNAME:node}")
    String node();

    /** How long a node waits before it looks for attempts whose time is over; {@code off} on nodes that shall close none. */
    @WithDefault("10s")
    String closingPause();

    /** How long a node waits before it looks again for files that may be kept no longer; {@code off} on nodes that shall not look. */
    @WithDefault("1h")
    String fileRetentionPause();

    /** When the scores of all submitted attempts are computed anew from their logs, as a cron expression; {@code off} for never. */
    @WithDefault("0 40 3 * * ?")
    String scoreCheck();

    /** How large one file may be that is sent as an answer. */
    @WithDefault("10M")
    MemorySize fileSize();

    /** How large all files of one attempt may be together. */
    @WithDefault("30M")
    MemorySize attemptFilesSize();

    /** How large all files of one person may be together. */
    @WithDefault("120M")
    MemorySize personFilesSize();

    /** How long a file is kept that did not arrive whole. */
    @WithDefault("P1D")
    Duration keepUnfinishedFiles();

    /** How long files are kept, from the day they were sent. Marks and comments stay with the attempt. */
    @WithDefault("P365D")
    Duration keepFiles();

    /** In how many days answers are usually marked; people are told so. */
    @WithDefault("7")
    int markingDays();
}
