package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Texts;

/** Deeds of the audit trail in the words of the page. What another module notes has its words in the same bundle. */
final class AuditWords {
    private AuditWords() {}

    /** {@code account.role_granted}: «Надано роль». */
    static String sentence(String action, Locale locale) {
        return orItself(Texts.find(locale, "audit.did_" + action.replace('.', '_')), action);
    }

    /** {@code learning.person_viewed}: «Ваші курси й поступ», as the person reads it of whom it tells. */
    static String seen(String action, Locale locale) {
        return orItself(Texts.find(locale, "audit.seen_" + action.replace('.', '_')), action);
    }

    /** Each detail as a phrase: «роль: ментор». */
    static List<String> details(Map<String, String> details, Locale locale) {
        return details.entrySet().stream()
                .map(detail -> detail(detail.getKey(), detail.getValue(), locale))
                .toList();
    }

    private static String detail(String name, String value, Locale locale) {
        @Nullable
        String worded =
                switch (name) {
                    case "role" -> Texts.find(locale, "people.role_" + value);
                    case "scope" -> Texts.find(locale, "people.scope_" + value);
                    default -> Texts.find(locale, "audit.value_" + name + '_' + value);
                };
        String shown = orItself(worded, value);
        return orItself(Texts.find(locale, "audit.detail_" + name, shown), name + ": " + shown);
    }

    private static String orItself(@Nullable String text, String itself) {
        return text == null ? itself : text;
    }
}
