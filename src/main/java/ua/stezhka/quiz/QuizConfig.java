package ua.stezhka.quiz;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of quizzes. */
@ConfigMapping(prefix = "stezhka.quiz")
public interface QuizConfig {
    /** The name of this node in the log of attempts. */
    @WithDefault("${HOSTNAME:node}")
    String node();
}
