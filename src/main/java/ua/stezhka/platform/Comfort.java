package ua.stezhka.platform;

import jakarta.ws.rs.core.NewCookie;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes pages to look and sound: pages read it from one cookie of the browser, also without an account.
 *
 * @param locale language of the interface
 * @param text   size of the text in per cent: 100, 125, 150 or 200
 * @param theme  auto (as the device), light, dark or contrast
 * @param calm   no motion and no decoration
 * @param pace   how lessons are read aloud: usual or slow
 */
public record Comfort(Locale locale, String text, String theme, boolean calm, String pace) {
    public static final String COOKIE = "stezhka-comfort";
    public static final Comfort DEFAULT = new Comfort(Languages.UK, "100", "auto", false, "usual");
    private static final int YEAR = 365 * 24 * 3600;
    private static final Set<String> TEXTS = Set.of("100", "125", "150", "200");
    private static final Set<String> THEMES = Set.of("auto", "light", "dark", "contrast");
    private static final Set<String> PACES = Set.of("usual", "slow");

    /** What the cookie says; whatever it says wrongly falls back to the default. */
    static Comfort parse(@Nullable String cookie) {
        if (cookie == null || cookie.length() > 200) {
            return DEFAULT;
        }
        Map<String, String> said = new HashMap<>();
        for (String part : cookie.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                said.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return DEFAULT.with(said.get("lang"), said.get("text"), said.get("theme"), said.get("calm"), said.get("pace"));
    }

    /** These settings with the given ones changed; null or an unknown value changes nothing. */
    public Comfort with(
            @Nullable String lang,
            @Nullable String text,
            @Nullable String theme,
            @Nullable String calm,
            @Nullable String pace) {
        return new Comfort(
                lang == null ? locale : Languages.of(lang),
                text != null && TEXTS.contains(text) ? text : this.text,
                theme != null && THEMES.contains(theme) ? theme : this.theme,
                calm == null ? this.calm : calm.equals("on"),
                pace != null && PACES.contains(pace) ? pace : this.pace);
    }

    /** Nothing chosen but the language. */
    public Comfort languageOnly() {
        return DEFAULT.with(locale.getLanguage(), null, null, null, null);
    }

    /** The cookie that pages read. */
    public NewCookie cookie() {
        return new NewCookie.Builder(COOKIE)
                .value("text=" + text + "&theme=" + theme + "&calm=" + (calm ? "on" : "off") + "&pace=" + pace
                        + "&lang=" + locale.getLanguage())
                .path("/")
                .maxAge(YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
