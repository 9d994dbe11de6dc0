package ua.stezhka.account;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is used, no nearer than its owner needs to recognise it.
 *
 * @param browser the name of the browser, empty when nobody knows
 */
record Device(String browser, Kind kind) {
    static final Device UNKNOWN = new Device("", Kind.UNKNOWN);

    enum Kind {
        PHONE,
        TABLET,
        COMPUTER,
        PROGRAM,
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    private record Mark(String text, String browser) {}

    /** In this order: each browser also says the names of those it wants to be taken for. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    /** What a browser says of itself in the header {@code User-Agent}. */
    public static Device of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        String browser = BROWSERS.stream()
                .filter(mark -> userAgent.contains(mark.text()))
                .findFirst()
                .map(Mark::browser)
                .orElse("");
        return new Device(browser, kind(userAgent));
    }

    private static Kind kind(String userAgent) {
        if (!userAgent.startsWith("Mozilla/")) {
            return Kind.PROGRAM;
        }
        boolean android = userAgent.contains("Android");
        boolean mobile = userAgent.contains("Mobi");
        if (userAgent.contains("iPad") || userAgent.contains("Tablet") || android && !mobile) {
            return Kind.TABLET;
        }
        return mobile || android ? Kind.PHONE : Kind.COMPUTER;
    }
}
