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
}
