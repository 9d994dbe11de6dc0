package ua.stezhka.platform;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes pages to look: kept in one cookie of the browser, without an account.
 *
 * @param locale language of the interface
 * @param text   size of the text in per cent: 100, 125, 150 or 200
 * @param theme  auto (as the device), light, dark or contrast
 * @param calm   no motion and no decoration
 */
public record Comfort(Locale locale, String text, String theme, boolean calm) {
    public static final String COOKIE = "stezhka-comfort";
    public static final Comfort DEFAULT = new Comfort(Languages.UK, "100", "auto", false);
    private static final Set<String> TEXTS = Set.of("100", "125", "150", "200");
    private static final Set<String> THEMES = Set.of("auto", "light", "dark", "contrast");

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
        return DEFAULT.with(said.get("lang"), said.get("text"), said.get("theme"), said.get("calm"));
    }

    /** These settings with the given ones changed; null or an unknown value changes nothing. */
    Comfort with(@Nullable String lang, @Nullable String text, @Nullable String theme, @Nullable String calm) {
        return new Comfort(
                lang == null ? locale : Languages.of(lang),
                text != null && TEXTS.contains(text) ? text : this.text,
                theme != null && THEMES.contains(theme) ? theme : this.theme,
                calm == null ? this.calm : calm.equals("on"));
    }

    String cookie() {
        return "text=" + text + "&theme=" + theme + "&calm=" + (calm ? "on" : "off") + "&lang=" + locale.getLanguage();
    }
}
