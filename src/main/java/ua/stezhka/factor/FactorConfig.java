package ua.stezhka.factor;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of second factors. */
@ConfigMapping(prefix = "stezhka.factor")
public interface FactorConfig {
    /** The name to sign in with of somebody whose second factor is forgotten at this start. {@code scripts/second-factor} sets it. */
    Optional<String> resetSecondFactor();
}
