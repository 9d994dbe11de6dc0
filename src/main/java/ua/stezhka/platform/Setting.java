package ua.stezhka.platform;

import java.util.Locale;
import java.util.Optional;

/** Settings that are needed before Quarkus reads its configuration: a system property, or the environment variable of that name. */
public final class Setting {
    private Setting() {}

    /**
     * The value of a setting; an empty one counts as none.
     *
     * @param name such as {@code quarkus.http.port}, in the environment {@code QUARKUS_HTTP_PORT}
     */
    public static Optional<String> of(String name) {
        String property = System.getProperty(name);
        return Optional.ofNullable(property == null ? System.getenv(variable(name)) : property)
                .filter(value -> !value.isBlank());
    }

    /** The environment variable of a setting. */
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
