package ua.stezhka.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text of the content in its languages.
 *
 * @param uk Ukrainian, always there
 * @param en English, where the content has it
 */
public record LocalText(String uk, @Nullable String en) {
    /** The text in this language, or in Ukrainian where there is no translation. */
    public String in(Locale locale) {
        return en != null && locale.getLanguage().equals("en") ? en : uk;
    }

    /** The language in which {@link #in} answers for this locale: a page marks a Ukrainian text on an English page with it. */
    public String languageIn(Locale locale) {
        return en != null && locale.getLanguage().equals("en") ? "en" : "uk";
    }
}
