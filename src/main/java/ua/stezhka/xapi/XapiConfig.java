package ua.stezhka.xapi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the learning record store. */
@ConfigMapping(prefix = "stezhka.xapi")
public interface XapiConfig {
    /**
     * The IRI under which this Stezhka names its activities and actors in statements, without a slash at the end. Statements
     * stay for ever: set it once, before the first learner, and never change it.
     */
    @WithDefault("${stezhka.platform.origin:https://stezhka.example}")
    String baseIri();
}
