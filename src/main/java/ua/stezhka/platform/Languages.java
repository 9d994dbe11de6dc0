package ua.stezhka.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the interface: Ukrainian by default and always, English beside it. */
public final class Languages {
    public static final Locale UK = Locale.of("uk");
    public static final Locale EN = Locale.of("en");
    public static final List<Locale> ALL = List.of(UK, EN);

    private Languages() {}

    /** The language with this code; Ukrainian for an unknown one. */
    public static Locale of(@Nullable String code) {
        return "en".equals(code) ? EN : UK;
    }
}
