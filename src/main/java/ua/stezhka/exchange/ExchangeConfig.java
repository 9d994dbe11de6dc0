package ua.stezhka.exchange;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of import and export. */
@ConfigMapping(prefix = "stezhka.exchange")
public interface ExchangeConfig {
    /**
     * The folder with everything that people read. Without it: {@code course-content} in the folder where Stezhka is started,
     * or beside the program or above it.
     */
    Optional<Path> contentFolder();
}
