package ua.stezhka.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of help at a desk. */
@ConfigMapping(prefix = "stezhka.desk")
public interface DeskConfig {
    /** How long a printed access card is valid. */
    @WithDefault("730d")
    Duration cardValidity();

    /**
     * How often a node says something to the open pages of shared computers, so that proxies keep their connections; less than half of
     * the time after which a proxy gives up. {@code off} for never.
     */
    @WithDefault("15s")
    String lifelineBeat();
}
