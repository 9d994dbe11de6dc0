package ua.stezhka.xapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ua.stezhka.platform.LocalText;

/**
 * A plain text in its languages.
 *
 * @param texts language tag of RFC 5646 → text; at least one
 */
public record LanguageMap(Map<String, String> texts) {
    public LanguageMap {
        if (texts.isEmpty()) {
            throw new InvalidStatement("language map", "is empty");
        }
        texts.forEach((tag, text) -> Rules.languageTag("language map", tag));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static LanguageMap of(String tag, String text) {
        return new LanguageMap(Map.of(tag, text));
    }

    public static LanguageMap of(LocalText text) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(2);
        texts.put("uk", text.uk());
        if (text.en() != null) {
            texts.put("en", text.en());
        }
        return new LanguageMap(texts);
    }
}
