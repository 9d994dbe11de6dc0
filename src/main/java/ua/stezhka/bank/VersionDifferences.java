package ua.stezhka.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ua.stezhka.platform.Texts;
import ua.stezhka.quiz.BankedVersion;

/** Says what differs between two versions, part by part, in words. */
final class VersionDifferences {
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    /** Steps of a path that say nothing to a reader. */
    private static final Set<String> SILENT = Set.of("body", "text", "accepted");

    private VersionDifferences() {}

    static List<QuestionSheet.Difference> between(BankedVersion before, BankedVersion after, Locale locale) {
        Map<List<String>, String> was = parts(before);
        Map<List<String>, String> is = parts(after);
        List<QuestionSheet.Difference> differences = new ArrayList<>();
        Map<List<String>, String> all = new LinkedHashMap<>(is);
        was.forEach(all::putIfAbsent);
        for (List<String> path : all.keySet()) {
            if (!Objects.equals(was.get(path), is.get(path))) {
                differences.add(difference(path, said(was.get(path), locale), said(is.get(path), locale), locale));
            }
        }
        return differences;
    }

    private static QuestionSheet.Difference difference(
            List<String> path, @Nullable String was, @Nullable String is, Locale locale) {
        String before = plain(was);
        String after = plain(is);
        // Where only the markup differs, it is shown.
        return before.equals(after)
                ? new QuestionSheet.Difference(
                        name(path, locale), Objects.requireNonNullElse(was, ""), Objects.requireNonNullElse(is, ""))
                : new QuestionSheet.Difference(name(path, locale), before, after);
    }

    private static Map<List<String>, String> parts(BankedVersion version) {
        Map<List<String>, String> parts = new LinkedHashMap<>();
        version.parts().forEach(part -> parts.put(part.path(), part.text()));
        return parts;
    }

    private static @Nullable String said(@Nullable String text, Locale locale) {
        return switch (text) {
            case "true" -> Texts.get(locale, "bank.yes");
            case "false" -> Texts.get(locale, "bank.no");
            case null, default -> text;
        };
    }

    private static String plain(@Nullable String html) {
        return html == null ? "" : TAGS.matcher(html).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    private static String name(List<String> path, Locale locale) {
        List<String> words = new ArrayList<>();
        for (String step : path) {
            String known = Texts.find(locale, "bank.part_" + step);
            if (known != null) {
                words.add(known);
            } else if (!SILENT.contains(step)) {
                words.add("«" + step + "»");
            }
        }
        return String.join(", ", words);
    }
}
