package ua.stezhka.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of item statistics. */
@ConfigMapping(prefix = "stezhka.analysis")
public interface AnalysisConfig {
    /** How long a node waits before it counts newly graded attempts again; {@code off} on nodes that shall not. */
    @WithDefault("10s")
    String pause();

    /** How many attempts a node counts in one transaction. */
    @WithDefault("250")
    int atOnce();
}
