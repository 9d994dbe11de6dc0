package ua.stezhka.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua.stezhka.account.Scope;
import ua.stezhka.platform.Community;
import ua.stezhka.platform.Texts;

/** Deeds of the audit trail in the words of the page. What another module notes has its words in the same bundle. */
final class AuditWords {
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORT = 8;

    private AuditWords() {}

    /** {@code account.role_granted}: «Надано роль». */
    static String sentence(String action, Locale locale) {
        return orItself(Texts.find(locale, "audit.did_" + action.replace('.', '_')), action);
    }

    /** {@code learning.person_viewed}: «Ваші курси й поступ», as the person reads it of whom it tells. */
    static String seen(String action, Locale locale) {
        return orItself(Texts.find(locale, "audit.seen_" + action.replace('.', '_')), action);
    }

    /** Each detail as a phrase: «роль: ментор». A place is named; other numbers are shortened, for they only tell things apart. */
    static List<String> details(Map<String, String> details, Community community, Locale locale) {
        return details.entrySet().stream()
                .map(detail -> place(detail, community, locale)
                        .orElseGet(() -> detail(detail.getKey(), shortened(detail.getValue()), locale)))
                .toList();
    }

    private static Optional<String> place(Map.Entry<String, String> detail, Community community, Locale locale) {
        if (!detail.getKey().equals("scopeId")
                || !NUMBER.matcher(detail.getValue()).matches()) {
            return Optional.empty();
        }
        return RoleWords.place(Scope.Kind.PLACE, UUID.fromString(detail.getValue()), community, locale);
    }

    /** The end of a long number, which differs most. */
    static String shortened(String value) {
        return NUMBER.matcher(value).matches() ? value.substring(value.length() - SHORT) : value;
    }

    private static String detail(String name, String value, Locale locale) {
        @Nullable
        String worded =
                switch (name) {
                    case "role" -> Texts.find(locale, "people.role_" + value);
                    case "scope" -> Texts.find(locale, "people.scope_" + value);
                    default -> Texts.find(locale, "audit.value_" + name + '_' + value.replace('-', '_'));
                };
        String shown = orItself(worded, value);
        return orItself(Texts.find(locale, "audit.detail_" + name, shown), name + ": " + shown);
    }

    private static String orItself(@Nullable String text, String itself) {
        return text == null ? itself : text;
    }
}
